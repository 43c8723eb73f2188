// What is asked: a ClickHouse with the table, and the query service in front of it, in this process.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { EVENTS_TABLE } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import {
  buildApi,
  claimsAuthorizer,
  clickhouseExportStore,
  clickhouseStore,
  createMetrics,
  remoteKeySet,
} from "@audit-log/query-api";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { pino } from "pino";
import { startIssuer } from "../../local/src/issuer/issuer.ts";
import { AUDIENCE } from "../../local/src/pipeline/environments.ts";
import { ownGateway, type OwnGateway } from "../../local/src/testing/own-gateway.ts";
import { fill } from "./fill.ts";
import { mergeWeeks } from "./merge.ts";
import type { Options } from "./options.ts";

export interface Grounds extends AsyncDisposable {
  readonly clickhouse: OwnGateway;
  /** Statements to the database with the table; the answer as text, tab separated. */
  readonly sql: (query: string) => Promise<string>;
  /** Of the query service. */
  readonly url: string;
  /** Reads every scope. */
  readonly token: string;
}

export const DATABASE = "bench";
const TOKEN_SECONDS = 7 * 86_400;
/** Merging a week of 100 million rows takes minutes, without a byte of an answer. */
const LONGEST_MS = 3_600_000;

export async function openGrounds({ rows, folder }: Options, log: (line: string) => void): Promise<Grounds> {
  await using parts = new AsyncDisposableStack();
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), "audit-bench-query-")));
  if (folder === undefined) parts.defer(() => rm(dataDir, { recursive: true, force: true }));
  await mkdir(dataDir, { recursive: true });
  const clickhouse = parts.use(await ownGateway(dataDir));
  await migrate({ url: clickhouse.access.url, ...clickhouse.access.writer, database: DATABASE });
  const client = parts.use(
    createClient({
      url: clickhouse.access.url,
      ...clickhouse.access.writer,
      database: DATABASE,
      request_timeout: LONGEST_MS,
      log: { level: ClickHouseLogLevel.OFF },
    }),
  );
  const sql = async (query: string): Promise<string> => (await text((await client.exec({ query })).stream)).trim();
  if ((await sql(`SELECT count() FROM ${EVENTS_TABLE}`)) === "0") {
    const insert = async (table: string, values: readonly object[]): Promise<void> =>
      void (await clickhouse.writer.insert({ table: `${DATABASE}.${table}`, values, format: "JSONEachRow" }));
    await fill({ command: sql, insert }, rows, Math.floor(Date.now() / 1000), log);
  }
  await mergeWeeks(sql, EVENTS_TABLE, log);
  const issuer = parts.use(await startIssuer({ dataDir, audience: AUDIENCE }));
  const reader = { url: clickhouse.access.url, ...clickhouse.access.reader, database: DATABASE };
  const store = parts.use(clickhouseStore(reader));
  const app = await buildApi({
    store,
    summaries: store.summaries,
    insightRows: store.insightRows,
    feed: store.feed,
    exports: parts.use(clickhouseExportStore(reader)),
    emails: store.emails,
    hierarchy: store.hierarchy,
    keySet: remoteKeySet(new URL(issuer.jwksUrl)),
    authorizer: claimsAuthorizer,
    recording: undefined,
    metrics: createMetrics(),
    logger: pino({ level: "silent" }),
    now: Date.now,
    config: { issuer: issuer.issuer, audience: AUDIENCE, mostRequests: 1_000_000, cursorSecret: "b".repeat(32) },
  });
  parts.defer(() => app.close());
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  const token = await issuer.mint({
    subject: "bench",
    email: "bench@example.com",
    roles: [{ scopeType: "platform", role: "audit-log.operator" }],
    lifetimeSeconds: TOKEN_SECONDS,
  });
  const owned = parts.move();
  return { clickhouse, sql, url, token, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
