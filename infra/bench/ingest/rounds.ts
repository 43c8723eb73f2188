// All rounds of one size: one topic, one reference, every contestant once per round, each round in another order.
import { join } from "node:path";
import { createRegistry, publishSchemas } from "@audit-log/schemas";
import type { Engines } from "../../local/src/engines/engines.ts";
import { prepareTopics } from "../../local/src/pipeline/prepare.ts";
import { askBroker } from "./committed.ts";
import type { Contestant } from "./contestant.ts";
import type { Size } from "./events.ts";
import { fillTopic, type Load } from "./load.ts";
import { measure, type Figures } from "./measure.ts";
import { startReference } from "./reference.ts";

export interface Contest {
  engines: Engines;
  folder: string;
  size: Size;
  events: number;
  rounds: number;
  contestants: readonly Contestant[];
}

export interface Outcome {
  load: Load;
  figures: ReadonlyMap<string, readonly Figures[]>;
}

export const PARTITIONS = 6;
/** As many rows as the worker puts into one block. */
const ROWS_PER_BLOCK = 10_000;

export async function holdContest({ engines, folder, size, events, rounds, contestants }: Contest): Promise<Outcome> {
  const prefix = `bench${size}${Date.now().toString(36)}`;
  await prepareTopics(engines.kafka, { prefix, partitions: PARTITIONS });
  await publishSchemas(createRegistry(engines.registry), prefix);
  await using reference = await startReference(prefix);
  const load = await fillTopic({ engines, prefix, size, events, onBatch: (stored) => reference.add(stored) });
  await reference.whole();
  const blocks = await reference.writeBlocks(join(folder, `blocks-${size}`), load, ROWS_PER_BLOCK);
  await using broker = await askBroker(engines.kafka);
  const figures = new Map<string, Figures[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of inOrderOf(round, contestants)) {
      const one = await measure(contestant, { engines, broker, load, blocks, folder }, reference);
      figures.get(contestant.name)?.push(one);
      console.log(`${size}, round ${round + 1}: ${contestant.name} ${text(one, events)}`);
    }
  }
  return { load, figures };
}

/** Each begins once, and goes before whom it followed in the round before: nobody always finds the warm caches. */
function inOrderOf(round: number, contestants: readonly Contestant[]): Contestant[] {
  const first = (round * 2) % contestants.length;
  const turned = [...contestants.slice(first), ...contestants.slice(0, first)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

function text({ consumerCpuSeconds = 0, serverCpuSeconds, seconds }: Figures, events: number): string {
  const micro = (cpuSeconds: number) => ((cpuSeconds / events) * 1e6).toFixed(2);
  return `${micro(consumerCpuSeconds)} + ${micro(serverCpuSeconds)} µs of CPU per event, ${seconds.toFixed(1)} s`;
}
