// The same offsets once more: the whole topic replayed with other batches, and a topic that was deleted and has other events at old offsets.
import { topicOf } from "@audit-log/schemas";
import { topicDefinitions } from "@audit-log/schemas/kafka";
import { allExamples } from "./events.ts";
import { POISON, RATE } from "./fault-kill.ts";
import type { Fault } from "./round.ts";

const OTHER_BATCHES = [
  { WORKER_BATCH_ROWS: "137", WORKER_LINGER_MS: "3" },
  { WORKER_BATCH_ROWS: "5000", WORKER_LINGER_MS: "500" },
];

export const replay: Fault = {
  name: "replay from offset 0",
  play: async ({ world, scale }) => {
    // Mostly in large record batches: what is stored of a small one costs a query of its own.
    await world.feeder.events(2 * RATE * scale);
    const worker = await world.startWorker();
    world.feeder.start(RATE, POISON);
    await world.moreRows(2 * RATE * scale + RATE / 4);
    await world.feeder.stop();
    await world.caughtUp();
    await world.stopWorker(worker);
    for (const [turn, batches] of OTHER_BATCHES.entries()) {
      await world.kafka.rewind(turn === 0 ? "committed at 0" : "never committed");
      const again = await world.startWorker(batches);
      await world.caughtUp();
      await world.stopWorker(again);
    }
  },
};

export const recreatedTopic: Fault = {
  name: "a topic created anew",
  play: async ({ world }) => {
    const domain = "membership";
    const examples = allExamples().filter((example) => example.domain === domain);
    const send = (count: number): Promise<void> =>
      world.feeder.send(
        Array.from({ length: count }, () => world.feeder.event(world.feeder.source.next(() => ({}), examples))),
      );
    const topic = topicOf(domain, world.prefix);
    const definition = topicDefinitions(world.prefix, world.partitions).find((one) => one.topic === topic);
    if (definition === undefined) throw new Error(`${topic} has no definition`);
    await send(RATE);
    const worker = await world.startWorker();
    await world.caughtUp();
    await world.stopWorker(worker);
    await world.remember();
    await world.kafka.recreate(topic, definition);
    await send(RATE / 2);
    const again = await world.startWorker();
    await world.caughtUp();
    await world.stopWorker(again);
  },
};
