// `npm run ops`: audit-ops, on what `npm start` runs here unless the environment says otherwise.
import { runOps } from "../../../consumers/src/ops/run.ts";
import { processTerminal } from "../../../consumers/src/ops/terminal.ts";
import { opsEnvironment } from "./pipeline/ops-environment.ts";

const terminal = processTerminal();
const env = await opsEnvironment(process.env);
if (env === undefined)
  terminal.note(
    "nothing runs here: `npm start` starts it, or set KAFKA_BROKERS and SCHEMA_REGISTRY_URL, for initiators CLICKHOUSE_URL",
  );
process.exitCode = env === undefined ? 1 : await runOps(process.argv.slice(2), env, terminal);
