// One round: a world, one fault in it, everything settled, and the balance.
import { type Random, randomOf } from "../random.ts";
import { type Findings, violationsOf } from "./check.ts";
import type { Ground } from "./ground.ts";
import { newWorld, type World, type WorldSettings } from "./world.ts";

export interface Round {
  ground: Ground;
  world: World;
  random: Random;
  /** How long a list of repetitions is: 1 in CI. */
  scale: number;
  /** Once more of what was done to the system, in words. */
  count: (what: string, times?: number) => void;
}

export interface Fault {
  name: string;
  /** Defaults: "one broker". */
  needs?: "three brokers";
  world?: WorldSettings | ((random: Random) => WorldSettings);
  /** Does its harm; what it leaves behind, settle() mends. */
  play(round: Round): Promise<void>;
}

export interface Outcome {
  findings: Findings | undefined;
  violations: string[];
  /** How often the system was done what. */
  counts: ReadonlyMap<string, number>;
  peakMiB: number;
  /** Seconds to prepare, play, settle and check. */
  seconds: number[];
}

/** Of a worker: the runtime takes 130, the rest is what is in flight. */
const MAX_MIB = 640;

export async function playRound(ground: Ground, fault: Fault, seed: number, scale: number): Promise<Outcome> {
  const random = randomOf(seed);
  const marks = [performance.now()];
  const mark = (): void => void marks.push(performance.now());
  const settings = typeof fault.world === "function" ? fault.world(random) : fault.world;
  await using world = await newWorld(ground, random, settings);
  mark();
  const violations: string[] = [];
  const counts = new Map<string, number>();
  const count = (what: string, times = 1): void => void counts.set(what, (counts.get(what) ?? 0) + times);
  let findings: Findings | undefined;
  try {
    await fault.play({ ground, world, random, scale, count });
    mark();
    await world.settle();
    mark();
  } catch (cause) {
    violations.push(String(cause), ...world.running().map((worker) => `${worker.name}: ${worker.tail()}`));
  }
  // Also after a failure: what is there by then tells more.
  for (const worker of world.running()) await worker.kill();
  try {
    findings = await world.check();
    violations.push(...violationsOf(findings));
  } catch (cause) {
    violations.push(`the balance could not be drawn: ${String(cause)}`);
  }
  mark();
  violations.push(...world.misbehaviour(MAX_MIB));
  const seconds = marks.slice(1).map((at, index) => Math.round((at - (marks[index] ?? at)) / 100) / 10);
  return { findings, violations, counts, peakMiB: world.peakMiB(), seconds };
}
