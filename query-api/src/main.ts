// The program: reads the environment, wires the service, listens, and ends gracefully.
import { collectDefaultMetrics } from "prom-client";
import { pino } from "pino";
import { buildApi } from "./api.ts";
import { claimsAuthorizer } from "./auth/claims-authorizer.ts";
import { remoteKeySet } from "./auth/key-set.ts";
import { readConfig, type Config } from "./config.ts";
import { listening, stopped, stopping } from "./log-events.ts";
import { createMetrics } from "./metrics.ts";
import { clickhouseStore } from "./store/clickhouse-store.ts";

/** What is not finished by then is abandoned. */
const STOP_WITHIN_MS = 9_000;

async function serve(config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL });
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.registry });
  const store = clickhouseStore({
    url: config.CLICKHOUSE_URL,
    database: config.CLICKHOUSE_DATABASE,
    username: config.CLICKHOUSE_READER_USER,
    password: config.CLICKHOUSE_READER_PASSWORD.reveal(),
  });
  const app = await buildApi({
    store,
    keySet: remoteKeySet(new URL(config.JWKS_URL)),
    authorizer: claimsAuthorizer,
    metrics,
    logger,
    now: Date.now,
    config: {
      issuer: config.JWT_ISSUER,
      audience: config.JWT_AUDIENCE,
      cursorSecret: config.CURSOR_SECRET.reveal(),
      portalFolder: config.PORTAL_FOLDER,
    },
  });

  const stop = async (reason: string): Promise<void> => {
    stopping(logger, { reason });
    const abandon = setTimeout(() => {
      stopped(logger, { clean: false });
      process.exit(1);
    }, STOP_WITHIN_MS);
    await app.close();
    await store[Symbol.asyncDispose]();
    clearTimeout(abandon);
    stopped(logger, { clean: true });
    process.exit(0);
  };
  process.once("SIGTERM", (signal) => void stop(signal));
  process.once("SIGINT", (signal) => void stop(signal));
  if (config.AUDIT_EXIT_WITH_PARENT === "1") process.once("disconnect", () => void stop("parent is gone"));

  listening(logger, { address: await app.listen({ host: config.HOST, port: config.PORT }) });
}

const reading = readConfig(process.env);
if (reading.ok) await serve(reading.config);
else {
  console.error(["The query service cannot start:", ...reading.faults].join("\n  "));
  process.exitCode = 1;
}
