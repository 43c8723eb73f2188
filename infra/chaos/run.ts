// `npm run test:chaos`: faults for a long time, from a seed that is printed. Its last line is one line of JSON; its exit code says whether
// every promise was kept. `-- --of sdk --minutes 10 --seed 1 --rate 1500`, `-- --of worker --minutes 10 --seed 1 --scale 1 --only kill`
import { parseArgs } from "node:util";
import { runSdkChaos } from "./sdk-run.ts";
import { runWorkerChaos } from "./worker/run.ts";

const { values } = parseArgs({
  options: {
    of: { type: "string", default: "sdk" },
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    rate: { type: "string", default: "1500" },
    scale: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (values.of !== "sdk" && values.of !== "worker") throw new Error(`--of is sdk or worker, not ${values.of}`);
const kept =
  values.of === "sdk"
    ? await runSdkChaos({ minutes, seed, rate: Number(values.rate) })
    : await runWorkerChaos({ minutes, seed, scale: Number(values.scale), only: values.only });
process.exitCode = kept ? 0 : 1;
