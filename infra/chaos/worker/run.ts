// The long run: every fault once, then at random until the time is over. Goes on after a violation, so that the counts per fault are whole.
import { type Random, randomOf } from "../random.ts";
import { FAULTS } from "./faults.ts";
import { type Ground, startGround } from "./ground.ts";
import { type Fault, type Outcome, playRound } from "./round.ts";

export interface LongRun {
  minutes: number;
  seed: number;
  /** How many times as long as in CI a round is. */
  scale: number;
  /** A fault's name, or a part of several: only those. */
  only?: string | undefined;
}

interface Counts {
  rounds: number;
  events: number;
  deadLetters: number;
  lost: number;
  doubled: number;
  violations: number;
}

const none = (): Counts => ({ rounds: 0, events: 0, deadLetters: 0, lost: 0, doubled: 0, violations: 0 });
const MS_PER_MINUTE = 60_000;

/** Returns whether every promise was kept. The last line that it prints is one line of JSON. */
export async function runWorkerChaos({ minutes, seed, scale, only = "" }: LongRun): Promise<boolean> {
  const called = FAULTS.filter(({ name }) => name === only);
  const faults = called.length > 0 ? called : FAULTS.filter(({ name }) => name.includes(only));
  if (faults.length === 0) throw new Error(`no fault is called ${only}; there are: ${names(FAULTS)}`);
  console.log(`seed ${seed}, ${minutes} minutes, scale ${scale}`);
  const start = performance.now();
  const isOver = (): boolean => performance.now() - start > minutes * MS_PER_MINUTE;
  const perFault = new Map<string, Counts>();
  let peakMiB = 0;

  // The two kinds of ground one after the other: four brokers at a time are too much for a small machine.
  for (const needs of [undefined, "three brokers"] as const) {
    const here = faults.filter((fault) => fault.needs === needs);
    if (here.length === 0 || (perFault.size > 0 && isOver())) continue;
    await using ground = await startGround(needs);
    for (const [round, fault] of schedule(here, randomOf(seed), needs === undefined)) {
      // One at least, however long the engines took to start.
      if (isOver() && perFault.size > 0) break;
      const outcome = await play(ground, fault, seed + round, scale);
      add(perFault, fault, outcome);
      peakMiB = Math.max(peakMiB, outcome.peakMiB);
    }
  }
  const sum = none();
  for (const counts of perFault.values())
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key];
  const notPlayed = faults.map(({ name }) => name).filter((name) => !perFault.has(name));
  if (notPlayed.length > 0) console.log(`not played, the time was over: ${notPlayed.join(", ")}`);
  const took = Math.round((performance.now() - start) / (MS_PER_MINUTE / 10)) / 10;
  const counts = { ...sum, peakMiB: Math.round(peakMiB), seed, minutes: took, notPlayed };
  console.log(JSON.stringify({ ...counts, faults: Object.fromEntries(perFault) }));
  return sum.violations === 0;
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

async function play(ground: Ground, fault: Fault, seed: number, scale: number): Promise<Outcome> {
  const outcome = await playRound(ground, fault, seed, scale);
  const { findings, violations, peakMiB, seconds } = outcome;
  const counts = `${findings?.messages ?? "?"} messages, ${findings?.deadLetters ?? "?"} dead letters`;
  console.log(`${fault.name}: ${counts}, ${Math.round(peakMiB)} MiB, ${seconds.join(" + ")} s, seed ${seed}`);
  for (const violation of violations) console.log(`  violation: ${violation}`);
  return outcome;
}

function add(perFault: Map<string, Counts>, { name }: Fault, { findings, violations }: Outcome): void {
  const counts = perFault.get(name) ?? none();
  perFault.set(name, counts);
  counts.rounds++;
  counts.violations += violations.length;
  counts.events += findings?.messages ?? 0;
  counts.deadLetters += findings?.deadLetters ?? 0;
  counts.lost += findings?.lost.length ?? 0;
  counts.doubled += findings?.doubled.length ?? 0;
}

const names = (faults: readonly Fault[]): string => faults.map(({ name }) => name).join(", ");
