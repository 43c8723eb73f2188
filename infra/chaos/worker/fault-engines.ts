// Engines that die and come back under load: the broker, one of three brokers, ClickHouse, the registry.
import { topicOf } from "@audit-log/schemas";
import { KILLED, POISON, RATE, microseconds } from "./fault-kill.ts";
import type { Fault, Round } from "./round.ts";
import { until } from "./until.ts";

const MAX_MS = 200;

const aWhile = async ({ world, random }: Round): Promise<void> => {
  await world.moreRows(random.between(1, RATE));
  await microseconds(random, MAX_MS);
};

async function killBrokers(round: Round): Promise<void> {
  const { ground, world, scale } = round;
  world.feeder.start(RATE, POISON);
  await world.startWorker();
  for (let turn = 0; turn < 2 * scale; turn++) {
    await aWhile(round);
    await ground.broker.kill();
    await ground.broker.start();
    await world.feeder.more(RATE);
  }
}

export const killBroker: Fault = { name: "kill the broker", play: killBrokers };

export const killOneOfThree: Fault = { name: "kill one of three brokers", needs: "three brokers", play: killBrokers };

export const killClickHouse: Fault = {
  name: "kill ClickHouse",
  play: async (round) => {
    const { ground, world, scale } = round;
    world.feeder.start(RATE, POISON);
    await world.startWorker();
    for (let turn = 0; turn < 3 * scale; turn++) {
      await aWhile(round);
      await ground.clickhouse.kill();
      await world.feeder.more(RATE / 5);
      await ground.clickhouse.start();
    }
    await world.moreRows(1);
  },
};

/** Both the worker and what it writes to, so that neither knows what the other had done. */
export const killBoth: Fault = {
  name: "kill the worker and ClickHouse together",
  play: async (round) => {
    const { ground, world, scale, count } = round;
    world.feeder.start(RATE, POISON);
    for (let turn = 0; turn < 2 * scale; turn++) {
      const worker = await world.startWorker();
      await aWhile(round);
      await Promise.all([worker.kill(), ground.clickhouse.kill()]);
      const next = await world.spawnWorker();
      await ground.clickhouse.start();
      await next.ready();
      await world.moreRows(1);
      await next.kill();
      count(`${KILLED}with ClickHouse, or after it`, 2);
    }
  },
};

/** Also schema ids that nobody has asked for before: of them nothing can be said until the registry is back. */
export const registryAway: Fault = {
  name: "the registry is away",
  play: async (round) => {
    const { world } = round;
    const { registry, feeder } = world;
    await registry.goAway();
    await feeder.events(2_000);
    const worker = await world.startWorker();
    await until("the worker asks in vain", async () => (await worker.metric("audit_worker_retries_total")) > 0);
    await registry.comeBack();
    await world.moreRows(1_000);
    for (const version of [1, 2]) {
      await world.caughtUp();
      await registry.goAway();
      feeder.source.version = version;
      const before = await worker.metric("audit_worker_retries_total");
      await feeder.events(1_000);
      await until("it asks in vain", async () => (await worker.metric("audit_worker_retries_total")) > before);
      await registry.comeBack();
      await world.moreRows(1);
    }
  },
};

const FLOOD = 1_500;
/** Times that one unknown id may be looked up: it is remembered for a while, and the list of those is bounded. */
const MAX_LOOKUPS = 3;

export const unknownSchemas: Fault = {
  name: "a flood of unknown schema ids",
  play: async (round) => {
    const { world, random } = round;
    const { registry, feeder } = world;
    const topic = topicOf("membership", world.prefix);
    const first = 1_000_000 + random.between(0, 1_000) * 10_000;
    const reasons = ["unknown-schema-id"];
    feeder.start(RATE / 4);
    await world.startWorker();
    for (let copy = 0; copy < 2; copy++) {
      for (let from = 0; from < FLOOD; from += 300) {
        const messages = Array.from({ length: 300 }, (_, index) => {
          const value = Buffer.alloc(60, 1);
          value[0] = 0;
          value.writeInt32BE(first + from + index, 1);
          return feeder.tagged({ topic, value, expected: { reasons } });
        });
        await feeder.send(messages);
      }
    }
    await feeder.stop();
    await world.caughtUp();
    const most = Math.max(...Array.from({ length: FLOOD }, (_, index) => registry.asked.get(first + index) ?? 0));
    if (most > MAX_LOOKUPS) throw new Error(`an unknown schema id was looked up ${most} times`);
  },
};
