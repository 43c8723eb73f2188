// The query service as a program of its own, on a token of its own making. Tells its parent the address, and its memory when it is asked.
import { pino } from "pino";
import {
  buildApi,
  claimsAuthorizer,
  clickhouseExportStore,
  clickhouseStore,
  createMetrics,
} from "@audit-log/query-api";
import { AUDIENCE, createIssuer, ISSUER } from "../../../query-api/test/issuer.ts";
import { SCOPE_ID } from "./fill-scope.ts";

export interface Served {
  readonly api: string;
  readonly token: string;
}

const address: Parameters<typeof clickhouseStore>[0] = JSON.parse(process.argv[2] ?? "");
const issuer = await createIssuer(Date.now);
const store = clickhouseStore(address);
const app = await buildApi({
  store,
  exports: clickhouseExportStore(address),
  feed: store.feed,
  summaries: store.summaries,
  insightRows: store.insightRows,
  emails: store.emails,
  hierarchy: store.hierarchy,
  keySet: issuer.keySet,
  authorizer: claimsAuthorizer,
  recording: undefined,
  metrics: createMetrics(),
  logger: pino({ level: "warn" }),
  now: Date.now,
  config: { issuer: ISSUER, audience: AUDIENCE, mostRequests: 1_000_000, cursorSecret: "k".repeat(32) },
});
const api = await app.listen({ host: "127.0.0.1", port: 0 });
const token = await issuer.token({ roles: [{ scopeType: "project", scopeId: SCOPE_ID, role: "reader" }] });
process.once("disconnect", () => process.exit());
process.on("message", () => process.send?.(process.memoryUsage.rss()));
const served: Served = { api, token };
process.send?.(served);
