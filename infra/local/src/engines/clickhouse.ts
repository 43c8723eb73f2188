/** The ClickHouse gateway as a process of its own: the engine's memory and crashes stay away from whoever needs it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCredentials } from "../gateway/credentials.ts";
import { type EngineContext } from "./engine-context.ts";
import { type ClickHouseAccess } from "./engines.ts";
import { type GuardedProcess } from "./guarded-process.ts";
import { answersOk, untilReady } from "./ready.ts";

const MAIN = fileURLToPath(new URL("../gateway/main.ts", import.meta.url));
const NAME = "ClickHouse (chdb)";

export async function startClickHouse(
  { group, dataDir }: Pick<EngineContext, "group" | "dataDir">,
  port: number,
): Promise<{ access: ClickHouseAccess; engine: GuardedProcess }> {
  const { file, credentials } = await keepCredentials(dataDir);
  const home = join(dataDir, "clickhouse");
  const options = {
    dataDir: join(home, "data"),
    spoolDir: join(home, "spool"),
    configDir: join(home, "config"),
    credentialsFile: file,
    port,
  };
  const gateway = await group.start("clickhouse", {
    name: NAME,
    command: process.execPath,
    args: [MAIN, JSON.stringify(options)],
    // One thread per query that runs, and some for files.
    env: { UV_THREADPOOL_SIZE: "24" },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(NAME, gateway, () => answersOk(`${url}/ping`));
  return { access: { url, ...credentials }, engine: gateway };
}
