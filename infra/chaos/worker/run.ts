// The long run: so many kills, then so many mutated messages, then every fault once and at random until the time is over. Goes on after a
// violation, so that the counts are whole.
import { type Random, randomOf } from "../random.ts";
import { Tally } from "./counts.ts";
import { MUTATED, mutations } from "./fault-contents.ts";
import { KILLS, killWithMerges, killWorker, smallWindow } from "./fault-kill.ts";
import { FAULTS } from "./faults.ts";
import { type Ground, startGround } from "./ground.ts";
import { type Fault, playRound } from "./round.ts";

export interface LongRun {
  /** Of faults at random, behind kills and mutated messages; 0: none. */
  minutes: number;
  seed: number;
  /** How many times as long as in CI a round of a fault at random is. */
  scale: number;
  /** A fault's name, or a part of several: only those. */
  only?: string | undefined;
  /** Of workers, at least. */
  kills: number;
  /** Messages, at least. */
  mutated: number;
}

const MS_PER_MINUTE = 60_000;
/** Share a set-up, at whose end the balance must hold. */
const KILLS_PER_ROUND = 20;
/** A round's ledger is in memory: about 2 KB per message. */
const MUTATED_PER_ROUND = 50_000;
const KILLING = [killWorker, smallWindow, killWithMerges] as const;

interface Play {
  fault: Fault;
  seed: number;
  scale: number;
}

/** Returns whether every promise was kept. The last line that it prints is one line of JSON. */
export async function runWorkerChaos(options: LongRun): Promise<boolean> {
  const { minutes, seed, scale, only = "", kills, mutated } = options;
  const faults = minutes > 0 ? called(only) : [];
  console.log(
    `seed ${seed}: ${kills} kills, ${mutated} mutated messages, ${minutes} minutes at random, scale ${scale}`,
  );
  const start = performance.now();
  const tally = new Tally();

  if (kills + mutated > 0) {
    await using counted = await startGround();
    for (let round = 0; tally.sum.kills < kills && round < kills; round++) {
      const fault = KILLING[round % KILLING.length] ?? killWorker;
      await play(counted, { fault, seed: seed + round, scale: KILLS_PER_ROUND / KILLS }, tally);
    }
    for (let round = 0; tally.sum.mutated < mutated && round < mutated; round++)
      await play(counted, { fault: mutations, seed: seed + round, scale: MUTATED_PER_ROUND / MUTATED }, tally);
  }

  const played = new Set<string>();
  const end = performance.now() + minutes * MS_PER_MINUTE;
  // The two kinds of ground one after the other: four brokers at a time are too much for a small machine.
  for (const needs of [undefined, "three brokers"] as const) {
    const here = faults.filter((fault) => fault.needs === needs);
    if (here.length === 0 || (played.size > 0 && performance.now() > end)) continue;
    await using random = await startGround(needs);
    for (const [round, fault] of schedule(here, randomOf(seed), needs === undefined)) {
      // One at least, however long the engines took to start.
      if (performance.now() > end && played.size > 0) break;
      await play(random, { fault, seed: seed + round, scale }, tally);
      played.add(fault.name);
    }
  }
  const notPlayed = faults.map(({ name }) => name).filter((name) => !played.has(name));
  if (notPlayed.length > 0) console.log(`not played, the time was over: ${notPlayed.join(", ")}`);
  const { sum, done, perFault, peakMiB } = tally;
  const took = Math.round((performance.now() - start) / (MS_PER_MINUTE / 10)) / 10;
  const about = { peakWorkerMiB: Math.round(peakMiB), seed, minutes: took, notPlayed };
  console.log(
    JSON.stringify({ ...sum, ...about, done: Object.fromEntries(done), faults: Object.fromEntries(perFault) }),
  );
  return sum.violations === 0;
}

function called(only: string): readonly Fault[] {
  const exactly = FAULTS.filter(({ name }) => name === only);
  const faults = exactly.length > 0 ? exactly : FAULTS.filter(({ name }) => name.includes(only));
  if (faults.length === 0)
    throw new Error(`no fault is called ${only}; there are: ${FAULTS.map(({ name }) => name).join(", ")}`);
  return faults;
}

/** Each once; then, where wanted, at random for ever. */
function* schedule(faults: readonly Fault[], random: Random, forEver: boolean): Generator<[number, Fault]> {
  const [first, ...rest] = faults;
  if (first === undefined) return;
  let round = 0;
  for (const fault of faults) yield [++round, fault];
  if (!forEver) return;
  for (;;) yield [++round, random.pick([first, ...rest])];
}

async function play(ground: Ground, { fault, seed, scale }: Play, tally: Tally): Promise<void> {
  const outcome = await playRound(ground, fault, seed, scale);
  tally.add(fault.name, outcome);
  const { findings, violations, peakMiB, seconds } = outcome;
  const counts = `${findings?.messages ?? "?"} messages, ${findings?.deadLetters ?? "?"} dead letters`;
  console.log(`${fault.name}: ${counts}, ${Math.round(peakMiB)} MiB, ${seconds.join(" + ")} s, seed ${seed}`);
  for (const violation of violations) console.log(`  violation: ${violation}`);
}
