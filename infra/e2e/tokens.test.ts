// The tokens of run.json against the query service's own rules: who is let in, and why the others are not.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildApi, claimsAuthorizer, createMetrics, remoteKeySet } from "@audit-log/query-api";
import { ORGANIZATION } from "../local/src/demo/cast.ts";
import { startIssuer } from "../local/src/issuer/issuer.ts";
import { AUDIENCE } from "../local/src/pipeline/environments.ts";
import { mintTokens, type Tokens } from "../local/src/pipeline/run-file.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "audit-tokens-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const ELSEWHERE = "4b1e0d6c-0000-4000-8000-00000000e15e";

it("each token is what it is called", async () => {
  await using issuer = await startIssuer({ dataDir, audience: AUDIENCE });
  const tokens = await mintTokens(issuer);
  const seen: string[][] = [];
  const app = await buildApi({
    store: {
      entries: async ({ scope }) => {
        seen.push([...scope.visibilities]);
        return { rows: [], next: undefined };
      },
      ping: async () => {},
    },
    summaries: { summarize: async () => ({ total: 0, buckets: [], facets: [] }) },
    insightRows: { rows: async () => [] },
    feed: {
      progress: async () => [],
      arrived: async (_selection, { after }) => ({ rows: [], more: false, last: after }),
    },
    exports: { rows: async function* () {}, parquet: async function* () {} },
    emails: { latest: async () => () => undefined },
    hierarchy: { above: async () => [] },
    keySet: remoteKeySet(new URL(issuer.jwksUrl)),
    authorizer: claimsAuthorizer,
    recording: undefined,
    metrics: createMetrics(),
    logger: pino({ level: "silent" }),
    now: Date.now,
    config: { issuer: issuer.issuer, audience: AUDIENCE, mostRequests: 600, cursorSecret: "k".repeat(32) },
  });
  const answer = async (token: keyof Tokens, organization: string) => {
    const headers = { authorization: `Bearer ${tokens[token]}` };
    const { statusCode, body } = await app.inject({ url: `/v3/organizations/${organization}/entries`, headers });
    return [statusCode, /expired|not meant for this service/.exec(body)?.[0]];
  };
  expect(await answer("auditor", ORGANIZATION.id)).toEqual([200, undefined]);
  expect(await answer("auditor", ELSEWHERE)).toEqual([404, undefined]);
  expect(await answer("other", ORGANIZATION.id)).toEqual([404, undefined]);
  expect(await answer("operator", ELSEWHERE)).toEqual([200, undefined]);
  expect(seen).toEqual([["PUBLIC"], ["PUBLIC", "PRIVATE"]]);
  expect(await answer("expired", ORGANIZATION.id)).toEqual([401, "expired"]);
  expect(await answer("wrongAudience", ORGANIZATION.id)).toEqual([401, "not meant for this service"]);
  await app.close();
});
