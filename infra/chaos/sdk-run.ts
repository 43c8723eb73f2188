// The long run of the SDK's faults: random ones, one world per round, until the time is over or a promise is broken.
import { type OwnBroker, ownBroker } from "./broker.ts";
import { type Findings, violationsOf } from "./check.ts";
import { aWhile, FAULTS, type Round } from "./faults.ts";
import { type Random, randomOf } from "./random.ts";
import { newWorld } from "./world.ts";

const MOST_FAULTS = 4;

/** One world, some faults, and the balance in the end. */
async function playRound(
  broker: OwnBroker,
  random: Random,
  rate: number,
  log: (line: string) => void,
): Promise<string[]> {
  await using world = await newWorld(broker.brokers);
  await world.createTopics();
  const round: Round = { broker, world, random, rate, producing: world.start({ rate }), mayDouble: false };
  for (let left = random.between(1, MOST_FAULTS); left > 0; left--) {
    await aWhile(round);
    const [name, fault] = random.pick(FAULTS);
    log(name);
    await fault(round);
  }
  await round.producing.end("drain");
  const findings = await world.check();
  add(findings);
  await world.removeTopics();
  return violationsOf(findings, round.mayDouble);
}

const sum = { rounds: 0, recorded: 0, told: 0, inKafka: 0, lost: 0, doubled: 0 };
function add({ recorded, told, inKafka, missing, doubled }: Findings): void {
  sum.rounds++;
  sum.recorded += recorded;
  sum.told += told;
  sum.inKafka += inKafka;
  sum.lost += missing.length;
  sum.doubled += doubled.length;
}

export interface SdkRun {
  minutes: number;
  seed: number;
  /** Events per second. */
  rate: number;
}

/** Returns whether every promise was kept. The last line that it prints is one line of JSON. */
export async function runSdkChaos({ minutes, seed, rate }: SdkRun): Promise<boolean> {
  console.log(`seed ${seed}, ${rate} events/s`);
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 60_000;
  const violations: string[] = [];
  {
    await using broker = await ownBroker();
    await broker.start();
    const random = randomOf(seed);
    while (passed() < minutes && violations.length === 0) {
      const faults: string[] = [];
      try {
        violations.push(...(await playRound(broker, random, rate, (name) => void faults.push(name))));
      } catch (cause) {
        violations.push(String(cause));
      }
      console.log(`round ${sum.rounds}: ${faults.join(", ")}`);
    }
  }
  for (const violation of violations) console.log(`violation: ${violation}`);
  console.log(JSON.stringify({ ...sum, minutes: Math.round(passed() * 10) / 10 }));
  return violations.length === 0;
}
