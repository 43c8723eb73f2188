/**
 * The gateway's process: opens the embedded ClickHouse over one data directory and serves it on loopback until SIGTERM.
 * Its one argument is JSON: { dataDir, spoolDir, configDir, credentialsFile, port }.
 */
import { once } from "node:events";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { totalmem } from "node:os";
import { z } from "zod";
import { readCredentials } from "./credentials.ts";
import { writeEngineConfig } from "./engine-config.ts";
import { Pool } from "./pool.ts";
import { createGatewayServer } from "./server.ts";

const Arguments = z.object({
  dataDir: z.string(),
  spoolDir: z.string(),
  configDir: z.string(),
  credentialsFile: z.string(),
  port: z.number().int(),
});

/** A query that does not end within this time after SIGTERM is given up with the process. */
const CLOSE_MS = 6_000;

const { dataDir, spoolDir, configDir, credentialsFile, port } = Arguments.parse(JSON.parse(process.argv[2] ?? "{}"));
const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

await mkdir(dataDir, { recursive: true, mode: 0o700 });
await mkdir(spoolDir, { recursive: true, mode: 0o700 });
// What an earlier process left half-way was never acknowledged.
for (const left of await readdir(spoolDir)) await rm(join(spoolDir, left), { force: true });

const memoryBytes = Math.floor(Math.min(totalmem(), process.constrainedMemory() || totalmem()) * 0.5);
const configFile = await writeEngineConfig(configDir, { memoryBytes });
const pool = await Pool.open({ dataDir, spoolDir, configFile, size: 8, queueLimit: 200 });
const credentials = await readCredentials(credentialsFile);
const server = createGatewayServer({ pool, spoolDir, credentials, version: pool.version, log });

server.listen(port, "127.0.0.1");
await once(server, "listening");
log(`ClickHouse ${pool.version} (embedded) listens on port ${port}`);

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
if (!stop.signal.aborted) await once(stop.signal, "abort");

log("stopping");
const closed = once(server, "close");
server.close();
server.closeIdleConnections();
const giveUp = setTimeout(() => process.exit(1), CLOSE_MS);
await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_MS / 3))]);
await pool.cancelAll();
server.closeAllConnections();
await closed;
pool.close();
clearTimeout(giveUp);
log("stopped");
process.exit(0);
