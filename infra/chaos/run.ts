// `npm run test:chaos`: faults for a long time, from a seed that is printed. Its last line is one line of JSON; its exit code says whether
// every promise was kept. `-- --of sdk --minutes 10 --seed 1 --rate 1500`, `-- --of worker --minutes 10 --seed 1 --scale 1 --only kill`,
// `-- --of worker --kills 200 --mutated 1000000 --seed 1`, `-- --of reading --minutes 10 --seed 1 --rate 50`
import { parseArgs } from "node:util";
import { runReadingChaos } from "./reading/run.ts";
import { runSdkChaos } from "./sdk-run.ts";
import { runWorkerChaos } from "./worker/run.ts";

const { values } = parseArgs({
  options: {
    of: { type: "string", default: "sdk" },
    minutes: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    rate: { type: "string" },
    scale: { type: "string", default: "1" },
    only: { type: "string" },
    kills: { type: "string", default: "0" },
    mutated: { type: "string", default: "0" },
  },
});
const [kills, mutated] = [Number(values.kills), Number(values.mutated)];
// Who says how many has said how long.
const minutes = Number(values.minutes ?? (kills + mutated > 0 ? 0 : 10));
const seed = Number(values.seed);
const runs: Record<string, () => Promise<boolean>> = {
  sdk: () => runSdkChaos({ minutes, seed, rate: Number(values.rate ?? 1_500) }),
  worker: () => runWorkerChaos({ minutes, seed, scale: Number(values.scale), only: values.only, kills, mutated }),
  reading: () => runReadingChaos({ minutes, seed, rate: Number(values.rate ?? 50) }),
};
const run = runs[values.of];
if (run === undefined) throw new Error(`--of is ${Object.keys(runs).join(", ")}, not ${values.of}`);
process.exitCode = (await run()) ? 0 : 1;
