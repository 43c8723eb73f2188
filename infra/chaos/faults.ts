// The faults of a long run: each waits for progress, never for time, does its harm, and leaves a process that records.
import type { OwnBroker } from "./broker.ts";
import type { Producing } from "./producing.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

export interface Round {
  broker: OwnBroker;
  world: World;
  random: Random;
  /** Events per second. */
  rate: number;
  producing: Producing;
  /** A process ended while the broker's answer was still unknown: the next one sends what may be there. */
  mayDouble: boolean;
}

type Fault = (round: Round) => Promise<void>;

const SECONDS = 4;

/** For up to some seconds at this rate. */
export const aWhile = ({ producing, random, rate }: Round): Promise<void> =>
  producing.more("recorded", random.between(1, SECONDS * rate));

async function next(round: Round): Promise<void> {
  round.mayDouble = true;
  round.producing = round.world.start({ rate: round.rate });
  await round.producing.until("ready", ({ seen }) => seen.ready);
}

const stopBroker: Fault = async (round) => {
  await round.broker.stop();
  await aWhile(round);
  await round.broker.start();
};

const killBroker: Fault = async ({ broker }) => {
  await broker.kill();
  await broker.start();
};

const freezeBroker: Fault = async (round) => {
  round.broker.freeze();
  await aWhile(round);
  round.broker.thaw();
};

const killProcess: Fault = async (round) => {
  await round.producing.kill();
  await next(round);
};

const endProcess: Fault = async (round) => {
  await round.producing.end("close");
  await next(round);
};

const killBoth: Fault = async (round) => {
  const killed = round.broker.kill();
  await aWhile(round);
  await round.producing.kill();
  await killed;
  await next(round);
  await aWhile(round);
  await round.broker.start();
};

const endWhileAway: Fault = async (round) => {
  await round.broker.kill();
  await aWhile(round);
  await endProcess(round);
  await round.broker.start();
};

/** A new process finds neither registry nor broker. */
const nothingAnswers: Fault = async (round) => {
  await Promise.all([round.world.registry.goAway(), round.broker.stop(), round.producing.kill()]);
  await next(round);
  await aWhile(round);
  await round.broker.start();
  await aWhile(round);
  await round.world.registry.comeBack();
};

export const FAULTS: readonly [[string, Fault], ...[string, Fault][]] = [
  ["stop broker", stopBroker],
  ["kill broker", killBroker],
  ["freeze broker", freezeBroker],
  ["kill process", killProcess],
  ["end process", endProcess],
  ["kill both", killBoth],
  ["end process while the broker is away", endWhileAway],
  ["nothing answers", nothingAnswers],
];
