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
import { Program } from "./program.ts";

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
  api: Program;
  issuer: Issuer;
  audience: string;
  worker: () => Program;
  /** A worker in place of the one before, with the same configuration. */
  startWorker: () => Promise<Program>;
  stop: () => Promise<void>;
}

export async function startPipeline(options: PipelineOptions): Promise<Pipeline> {
  const { engines, folder, prefix, partitions = 3, logLevel = "info" } = options;
  mkdirSync(folder, { recursive: true });
  const [portalFolder] = await Promise.all([buildPortal(), prepare(engines, { prefix, partitions })]);
  const ports = await keepPorts(join(folder, "ports.json"), ["api", "worker"]);
  const issuer = await startIssuer({ dataDir: folder, audience: AUDIENCE });
  const logFolder = join(folder, "logs");

  const newWorker = () =>
    new Program({
      name: "worker",
      main: "consumers/src/main.ts",
      port: ports.worker,
      logFolder,
      env: { ...workerEnvironment(engines, prefix, logLevel), ...options.workerEnvironment },
    });
  let worker = newWorker();
  const api = new Program({
    name: "api",
    main: "query-api/src/main.ts",
    port: ports.api,
    logFolder,
    env: apiEnvironment(engines, {
      prefix,
      logLevel,
      issuer,
      portalFolder,
      cursorSecret: keptSecret(join(folder, "cursor-secret")),
    }),
  });

  const stop = async () => {
    await Promise.all([worker.stop(), api.stop()]);
    await issuer.stop();
  };
  try {
    await Promise.all([worker.ready(), api.ready()]);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    api,
    issuer,
    audience: AUDIENCE,
    worker: () => worker,
    startWorker: async () => {
      worker = newWorker();
      await worker.ready();
      return worker;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Kept, so that a cursor still works after a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8");
}
