/**
 * A program for tests to kill: it owns engines on the data directory given to it, says `ready` with their addresses, and when one of
 * them dies says `failed` with the reason. `node owner.ts <dataDir> [clickhouse]`.
 */
import { createInterface } from "node:readline";
import { join } from "node:path";
import { startClickHouse } from "../engines/clickhouse.ts";
import { EngineGroup } from "../engines/engine-group.ts";
import { keepPorts } from "../engines/ports.ts";
import { startEngines } from "../engines/start-engines.ts";

const [dataDir = "", only] = process.argv.slice(2);
const say = (what: string, value: unknown) => console.log(JSON.stringify([what, value]));

async function start() {
  if (only !== "clickhouse")
    return startEngines({ dataDir, log: (line) => say("log", line), env: process.env, containers: "never" });
  const group = new EngineGroup(dataDir);
  const { clickhouse: port } = await keepPorts(join(dataDir, "ports.json"), ["clickhouse"]);
  const { access } = await startClickHouse({ group, dataDir }, port);
  return { clickhouse: access, failed: group.failed, stop: () => group.stop() };
}

const engines = await start();
engines.failed.catch((error: Error) => say("failed", error.message));
process.once("SIGTERM", () => void engines.stop().then(() => process.exit(0)));
say("ready", engines);
for await (const line of createInterface({ input: process.stdin })) say("heard", line);
