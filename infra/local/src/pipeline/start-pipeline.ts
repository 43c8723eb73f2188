// The product on prepared engines: issuer, worker, query API with its portal.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPortal } from "../../../../query-api/portal/build.ts";
import type { Engines } from "../engines/engines.ts";
import { keepPorts } from "../engines/ports.ts";
import { startIssuer, type Issuer } from "../issuer/issuer.ts";
import { prepare } from "./prepare.ts";
import { AUDIENCE, apiEnvironment, workerEnvironment } from "./environments.ts";
import { KeptProgram } from "./kept-program.ts";

export interface PipelineOptions {
  engines: Engines;
  /** Everything the pipeline keeps: ports, keys, logs. */
  folder: string;
  prefix: string;
  partitions?: number;
  logLevel?: string;
  /** For tests that want small batches: variables that replace the worker's. */
  workerEnvironment?: Record<string, string>;
}

export interface Pipeline extends AsyncDisposable {
  api: KeptProgram;
  worker: KeptProgram;
  issuer: Issuer;
  stop: () => Promise<void>;
}

export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { engines, folder, prefix, partitions = 3, logLevel = "info" } = options;
  mkdirSync(folder, { recursive: true });
  const [portalFolder] = await Promise.all([buildPortal(), prepare(engines, { prefix, partitions })]);
  const ports = await keepPorts(join(folder, "ports.json"), ["api", "worker"]);
  const logFolder = join(folder, "logs");
  const cursorSecret = keptSecret(join(folder, "cursor-secret"));

  // Whatever was started is stopped again where a later part fails.
  await using parts = new AsyncDisposableStack();
  const issuer = parts.use(await startIssuer({ dataDir: folder, audience: AUDIENCE }));
  const keep = (name: string, main: string, port: number, env: Record<string, string>) =>
    parts.adopt(new KeptProgram({ name, main, port, logFolder, env }), (program) => program.current.stop());
  const worker = keep("worker", "consumers/src/main.ts", ports.worker, {
    ...workerEnvironment(engines, prefix, logLevel),
    ...options.workerEnvironment,
  });
  const spoolFolder = join(folder, "api-spool");
  const parameters = { prefix, logLevel, issuer, portalFolder, cursorSecret, spoolFolder };
  const api = keep("api", "query-api/src/main.ts", ports.api, apiEnvironment(engines, parameters));
  await Promise.all([worker.current.ready(), api.current.ready()]);

  const running = parts.move();
  const stop = () => running.disposeAsync();
  return { api, worker, issuer, stop, [Symbol.asyncDispose]: stop };
}

/** Kept, so that a cursor still works after a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8");
}
