// The way between worker and ClickHouse: answers that are lost, late, cut, or not ClickHouse's; inserts that were done or not. What the
// worker hears leaves open what happened, and still every offset is stored once.
import { setTimeout as sleep } from "node:timers/promises";
import { badGateway, EXCEPTIONS, exceptionAnswer, exceptionIn200, markedExceptionIn200 } from "./clickhouse-answers.ts";
import {
  answerDropped,
  cutInTheAnswer,
  cutInTheBody,
  type Fault as Act,
  hanging,
  neverArrives,
  pass,
  saying,
  slow,
} from "./exchange.ts";
import { KILLED, POISON, RATE } from "./fault-kill.ts";
import type { Fault, Round } from "./round.ts";
import { until } from "./until.ts";

type Named = readonly [name: string, act: Act];

const bothWays = (name: string, make: (done: boolean) => Act): Named[] => [
  [`${name}, done`, make(true)],
  [`${name}, not done`, make(false)],
];

/** All that an insert may meet. */
export const INSERT_FAULTS: readonly Named[] = [
  ["answer dropped", answerDropped],
  ["cut in the body", cutInTheBody],
  ["never arrives", neverArrives],
  ["slow", slow(700)],
  ...Object.entries(EXCEPTIONS).flatMap(([name, exception]) => [
    ...bothWays(`exception ${name}`, (done) => saying(done, exceptionAnswer(exception))),
    ...bothWays(`exception ${name} behind a 200`, (done) => saying(done, exceptionIn200(exception))),
  ]),
  ...bothWays("marked exception behind a 200", (done) => saying(done, markedExceptionIn200(EXCEPTIONS.memoryLimit))),
  ...([502, 503, 504] as const).flatMap((status) =>
    bothWays(`a proxy's ${status}`, (done) => saying(done, badGateway(status))),
  ),
];

/** These last until the client gives up: each costs its deadline. */
const HANGING: readonly Named[] = bothWays("hanging", hanging);

const READ_FAULTS: readonly Named[] = [
  ["cut in the answer", cutInTheAnswer],
  ["answer dropped", answerDropped],
  ["exception", saying(false, exceptionAnswer(EXCEPTIONS.memoryLimit))],
  ["exception behind a 200", saying(false, exceptionIn200(EXCEPTIONS.memoryLimit))],
  ["marked exception behind a 200", saying(false, markedExceptionIn200(EXCEPTIONS.timeout))],
  ["a proxy's 502", saying(false, badGateway(502))],
];

/** Each in turn, with healthy requests between them; returns when every one was played. */
async function playEach({ world }: Round, kind: "insert" | "keep" | "read", faults: readonly Named[]): Promise<void> {
  const left = [...faults];
  let healthy = false;
  world.proxy.choose((asked) => {
    if (asked !== kind) return pass;
    healthy = !healthy;
    return healthy ? pass : (left.shift()?.[1] ?? pass);
  });
  await until(`all faults are played, ${left[0]?.[0] ?? "none"} is next`, () => left.length === 0);
}

export const insertAnswers: Fault = {
  name: "answers to inserts",
  play: async (round) => {
    const { world, random, scale } = round;
    world.feeder.start(RATE, POISON);
    await world.startWorker();
    // Below 1: some of them, other ones with each seed.
    const some = INSERT_FAULTS.filter(() => random.between(1, 100) <= 100 * scale);
    for (let turn = 0; turn < scale; turn++) await playEach(round, "insert", some);
    await world.moreRows(1);
  },
};

/** E-mails and places of scopes: before the events, so that whoever finds these finds those. */
export const keepAnswers: Fault = {
  name: "answers to what is kept before an insert",
  play: async (round) => {
    round.world.feeder.start(RATE, POISON);
    await round.world.startWorker();
    await playEach(round, "keep", INSERT_FAULTS);
    await round.world.moreRows(1);
  },
};

export const noAnswers: Fault = {
  name: "no answers to inserts",
  play: async (round) => {
    round.world.feeder.start(RATE / 4, POISON);
    await round.world.startWorker();
    await playEach(round, "insert", HANGING);
    await round.world.moreRows(1);
  },
};

/** The same block must be asked for again after an unknown end, also by whoever takes over: here two workers share the load. */
export const lostAnswersOfTwo: Fault = {
  name: "lost answers of two workers, deduplication window of 2",
  world: { table: "non_replicated_deduplication_window = 2" },
  play: async (round) => {
    const { world, random, scale } = round;
    world.feeder.start(RATE);
    await Promise.all([world.startWorker(), world.startWorker()]);
    let left = 10 * scale;
    world.proxy.choose((kind) => {
      if (kind !== "insert" || left === 0 || random.between(1, 4) > 1) return pass;
      left--;
      return slowLoss;
    });
    await until("all answers are lost", () => left === 0);
  },
};

/** Done, and heard of by nobody until others have inserted, too. */
const slowLoss: Act = async (exchange) => {
  await exchange.forward();
  await sleep(500);
  exchange.cut();
};

/** Restarts, each of whose read-backs is disturbed: what is cut off must not be taken for the whole. */
export const readBackAnswers: Fault = {
  name: "answers to the read-back",
  play: async (round) => {
    const { world, scale, count } = round;
    world.feeder.start(RATE);
    for (let turn = 0; turn < scale; turn++) {
      const first = await world.startWorker();
      await world.moreRows(RATE);
      await first.kill();
      const next = await world.spawnWorker();
      await playEach(round, "read", READ_FAULTS);
      world.proxy.heal();
      await next.ready();
      await world.moreRows(1);
      await next.kill();
      count(`${KILLED}before and after its read-back`, 2);
    }
  },
};
