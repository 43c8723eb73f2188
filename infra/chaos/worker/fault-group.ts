// The group: members that are frozen and come back, that join and leave, and an insert that is still on its way when its sender is long replaced.
import { setTimeout as sleep } from "node:timers/promises";
import { pass } from "./exchange.ts";
import { POISON, RATE, microseconds } from "./fault-kill.ts";
import type { Fault } from "./round.ts";
import { until } from "./until.ts";

/** Stopped just after an answer, with the next batch in its hands or on its way; it goes on when someone else has stored that batch. */
export const freeze: Fault = {
  name: "SIGSTOP beyond the session",
  play: async ({ world, random, scale }) => {
    const frozen = await world.startWorker();
    for (let turn = 0; turn < 2 * scale; turn++) {
      let inserts = random.between(2, 4);
      let struck = false;
      world.proxy.choose((kind) => {
        if (kind !== "insert" || struck || --inserts > 0) return pass;
        struck = true;
        return async (exchange) => {
          exchange.answer(await exchange.forward());
          await microseconds(random, 30);
          frozen.freeze();
        };
      });
      await world.feeder.events(2 * RATE);
      await until("the worker is frozen", () => struck);
      // Its partitions are committed by someone else: the group has replaced it.
      const other = await world.startWorker();
      await world.caughtUp();
      frozen.thaw();
      await world.feeder.events(RATE);
      await world.caughtUp();
      await world.stopWorker(other);
    }
  },
};

/**
 * The network keeps an insert for so long that its sender is declared dead, and delivers it after its successor has stored the same. Nothing
 * can stop it: the second row is gone with the next merge, and no reader has it before (infra/decisions/0013).
 */
export const lateInsert: Fault = {
  name: "an insert that arrives after its sender was replaced",
  world: { merges: true },
  play: async ({ ground, world }) => {
    await world.feeder.events(RATE);
    const first = await world.startWorker();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let held = false;
    let arrived: Promise<void> | undefined;
    world.proxy.choose((kind) => {
      if (kind !== "insert" || held) return pass;
      held = true;
      return (exchange) =>
        (arrived = released.then(async () => {
          await exchange.forward();
        }));
    });
    await world.feeder.events(RATE);
    await until("an insert is held", () => held);
    first.freeze();
    // Other batches than the first one's: the same rows under other tokens.
    await world.startWorker({ WORKER_BATCH_ROWS: "150", WORKER_LINGER_MS: "7" });
    await world.caughtUp();
    release();
    await until("it has arrived", async () => {
      await arrived;
      return arrived !== undefined;
    });
    first.thaw();
    await world.caughtUp();
    await ground.clickhouse.ask("OPTIMIZE TABLE events FINAL", world.prefix);
  },
};

const EVERY_MS = 3_000;
const MOST = 3;

export const comingAndGoing: Fault = {
  name: "workers that join and leave",
  play: async ({ world, random, scale }) => {
    world.feeder.start(RATE, POISON);
    await world.startWorker();
    for (let turn = 0; turn < 4 * scale; turn++) {
      const [oldest, ...others] = world.running();
      const joins = others.length === 0 || (others.length + 1 < MOST && random.between(0, 1) === 0);
      const change = joins || oldest === undefined ? world.startWorker() : world.stopWorker(oldest);
      // The fault is its rhythm: faster than a rebalance may be.
      await Promise.all([change, sleep(EVERY_MS)]);
    }
    await world.feeder.more(1);
  },
};
