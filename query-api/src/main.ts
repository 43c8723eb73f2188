// The program: reads the environment, wires the service, listens, and ends gracefully.
import { InvalidEnvironment } from "@audit-log/schemas/environment";
import { LOG_DESTINATION, stopRequested } from "@audit-log/schemas/program";
import { collectDefaultMetrics } from "prom-client";
import { pino } from "pino";
import { buildApi } from "./api.ts";
import type { Authorizer } from "./auth/authorize.ts";
import { claimsAuthorizer } from "./auth/claims-authorizer.ts";
import { httpAuthorizer } from "./auth/http-authorizer.ts";
import { remoteKeySet } from "./auth/key-set.ts";
import { apiConfig, type Config } from "./config.ts";
import { listening, readersUnrecorded, stopped, stopping } from "./log-events.ts";
import { createMetrics } from "./metrics.ts";
import { openSdkRecording } from "./recording/sdk-recording.ts";
import { tellProblems } from "./recording/told.ts";
import { clickhouseExportStore } from "./export/store/clickhouse-export-store.ts";
import { clickhouseStore } from "./store/clickhouse-store.ts";

/** What is not finished by then is abandoned. */
const STOP_WITHIN_MS = 9_000;

async function serve(): Promise<void> {
  const config = apiConfig(process.env);
  const logger = pino({ level: config.logLevel }, pino.destination(LOG_DESTINATION));
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.registry });
  const clickhouse = { ...config.clickhouse, password: config.clickhouse.password.reveal() };
  const store = clickhouseStore(clickhouse);
  const exports = clickhouseExportStore(clickhouse);
  const recording = config.recording && (await openSdkRecording(config.recording, tellProblems(logger, metrics)));
  if (recording === undefined) readersUnrecorded(logger, {});
  const app = await buildApi({
    store,
    summaries: store.summaries,
    insightRows: store.insightRows,
    feed: store.feed,
    exports,
    emails: store.emails,
    hierarchy: store.hierarchy,
    keySet: remoteKeySet(new URL(config.tokens.jwksUrl)),
    authorizer: authorizerOf(config),
    recording,
    metrics,
    logger,
    now: Date.now,
    config: {
      issuer: config.tokens.issuer,
      audience: config.tokens.audience,
      tokenTypes: config.tokens.types,
      mostRequests: config.mostRequests,
      cursorSecret: config.cursorSecret.reveal(),
      portalFolder: config.portalFolder,
      trustedProxies: config.trustedProxies,
    },
  });

  const stop = async (reason: string): Promise<void> => {
    stopping(logger, { reason });
    const abandon = setTimeout(() => {
      stopped(logger, { clean: false });
      process.exit(1);
    }, STOP_WITHIN_MS);
    await app.close();
    await recording?.[Symbol.asyncDispose]();
    await exports[Symbol.asyncDispose]();
    await store[Symbol.asyncDispose]();
    clearTimeout(abandon);
    stopped(logger, { clean: true });
    process.exit(0);
  };
  void stopRequested(config.exitWithParent).then(stop);
  listening(logger, { address: await app.listen(config.http) });
}

function authorizerOf({ authorizer }: Config): Authorizer {
  if (authorizer === undefined) return claimsAuthorizer;
  const { url, token } = authorizer;
  return httpAuthorizer({ url: new URL(url), token: token?.reveal(), now: () => performance.now() });
}

try {
  await serve();
} catch (cause) {
  if (!(cause instanceof InvalidEnvironment)) throw cause;
  console.error(["The query service cannot start:", ...cause.faults].join("\n  "));
  process.exitCode = 1;
}
