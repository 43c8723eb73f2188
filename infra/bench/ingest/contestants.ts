// Who takes part. A further one is a program of this folder that speaks `contest.ts`, and a line here.
import type { Contestant } from "./contestant.ts";
import { kafkaEngine } from "./kafka-engine.ts";
import { opponent } from "./opponent.ts";
import { worker } from "./worker.ts";

export const contestants: readonly Contestant[] = [
  worker,
  opponent({ name: "naive", program: "naive.ts", stores: "everything", doneWhen: "committed" }),
  opponent({ name: "ordinary", program: "ordinary.ts", stores: "everything", doneWhen: "committed" }),
  kafkaEngine("clickhouseKafkaEngine", "without"),
  kafkaEngine("clickhouseKafkaEngineWithDetails", "with"),
  opponent({ name: "ceiling", program: "ceiling.ts", stores: "everything", doneWhen: "said" }),
  opponent({ name: "floor", program: "floor.ts", stores: "nothing", doneWhen: "committed" }),
  opponent({ name: "floorOfWholeBatches", program: "floor-whole.ts", stores: "nothing", doneWhen: "committed" }),
];
