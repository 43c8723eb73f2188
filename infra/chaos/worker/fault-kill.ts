// Workers that die at any moment: while they start, read back, fetch, insert, between insert and commit, and while they leave in order.
import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../random.ts";
import { type Exchange, pass } from "./exchange.ts";
import type { Fault, Round } from "./round.ts";
import { until } from "./until.ts";
import type { WorkerProcess } from "./worker-process.ts";

export const RATE = 1_500;
/** Of a round whose scale is 1. */
export const KILLS = 8;
const MAX_ROWS = 1_000;
/** One message in so many is dead-lettered. */
export const POISON = 50;

/** A random moment within the next milliseconds: the only thing here that is not a condition. */
export async function microseconds(random: Random, mostMs: number): Promise<void> {
  const us = random.between(0, mostMs * 1_000);
  const end = performance.now() + us / 1_000;
  if (us > 2_000) await sleep(Math.floor(us / 1_000) - 1);
  while (performance.now() < end);
}

type Moment = (round: Round, worker: WorkerProcess) => Promise<void>;

const whileStarting: Moment = ({ random }) => microseconds(random, 1_500);

const whileWorking: Moment = async ({ world, random }, worker) => {
  await worker.ready();
  await world.moreRows(random.between(1, MAX_ROWS));
  await microseconds(random, 50);
};

/** At the next insert: `at` says when, and the worker is dead before it hears more. */
const atAnInsert =
  (at: (exchange: Exchange, random: Random, die: () => Promise<void>) => Promise<void>): Moment =>
  async ({ world, random }, worker) => {
    await worker.ready();
    let inserts = random.between(1, 5);
    let struck = false;
    world.proxy.choose((kind) => {
      if (kind !== "insert" || struck || --inserts > 0) return pass;
      struck = true;
      return (exchange) => at(exchange, random, () => worker.kill());
    });
    await until("the worker dies at an insert", () => struck && !worker.running);
    world.proxy.heal();
  };

const beforeTheInsert = atAnInsert(async (_exchange, _random, die) => die());

const betweenInsertAndCommit = atAnInsert(async (exchange, _random, die) => {
  await exchange.forward();
  await die();
});

const justAfterTheAnswer = atAnInsert(async (exchange, random, die) => {
  exchange.answer(await exchange.forward());
  await microseconds(random, 5);
  await die();
});

type Named = readonly [name: string, moment: Moment];
const WORKING: Named = ["while it works", whileWorking];
const BETWEEN: Named = ["between insert and commit", betweenInsertAndCommit];
const AFTER: Named = ["just after the answer to an insert", justAfterTheAnswer];
const BEFORE: Named = ["before an insert", beforeTheInsert];
const STARTING: Named = ["while it starts", whileStarting];
const MOMENTS: readonly [Named, ...Named[]] = [BETWEEN, WORKING, AFTER, BEFORE, STARTING, BETWEEN, WORKING, AFTER];
export const KILLED = "killed ";

async function killAgainAndAgain(round: Round): Promise<void> {
  const { world, random, scale, count } = round;
  world.feeder.start(RATE, POISON);
  for (let kill = 0; kill < KILLS * scale; kill++) {
    const worker = await world.spawnWorker();
    const [name, moment] = (scale <= 1 ? MOMENTS[kill % MOMENTS.length] : undefined) ?? random.pick(MOMENTS);
    await moment(round, worker);
    await worker.kill();
    count(KILLED + name);
  }
}

export const killWorker: Fault = { name: "kill the worker", play: killAgainAndAgain };

/** The server remembers two tokens: what was stored is only known by reading it back. */
export const smallWindow: Fault = {
  name: "deduplication window of 2, with kills",
  world: { table: "non_replicated_deduplication_window = 2" },
  play: killAgainAndAgain,
};

/** As in production, with merges that make two rows of one event one. */
export const killWithMerges: Fault = {
  name: "kill the worker while ClickHouse merges",
  world: { merges: true },
  play: killAgainAndAgain,
};

export const terminate: Fault = {
  name: "SIGTERM under load",
  play: async ({ world, random, scale }) => {
    world.feeder.start(RATE, POISON);
    for (let turn = 0; turn < 2 * scale; turn++) {
      const worker = await world.startWorker();
      await world.moreRows(random.between(1, MAX_ROWS));
      await microseconds(random, 50);
      await world.stopWorker(worker);
    }
  },
};

/** What is under way cannot end: it is left to the next worker, and the order to stop is obeyed all the same. */
export const terminateWithoutClickHouse: Fault = {
  name: "SIGTERM while ClickHouse is away",
  play: async ({ ground, world }) => {
    world.feeder.start(RATE, POISON);
    const worker = await world.startWorker();
    await world.moreRows(1_000);
    await ground.clickhouse.kill();
    await world.feeder.more(1_000);
    await world.stopWorker(worker);
    await ground.clickhouse.start();
  },
};
