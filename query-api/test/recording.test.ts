// What the audit log says of its own readers: which requests become events, of whose scope, and what no event ever holds.
import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { KeySetUnavailable } from "../src/auth/key-set.ts";
import { StoreUnavailable } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { AUDIENCE, ISSUER } from "./issuer.ts";
import { idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

const v2 = `/v2/projects/${PROJECT}`;
const v3 = `/v3/projects/${PROJECT}/entries`;
let api: ApiUnderTest;

afterEach(() => api[Symbol.asyncDispose]());

const fill = (count: number) => {
  for (let number = 1; number <= count; number += 1) api.store.add(rowAt(NOW - number, idOf(number)));
};
const bearer = async (roles: object[], claims: object = {}) =>
  `Bearer ${await api.issuer.token({ sub: "user-2", email: "ben@example.com", roles, ...claims })}`;
const organizationRole = (scopeId: string) => ({ scopeType: "organization", scopeId, role: "reader" });

test("a page is an event of the scope that was read: who, what was asked for, how much came of it", async () => {
  api = await apiUnderTest();
  fill(3);
  const answer = await api.get(`${v3}?limit=2&start=2026-03-21T00:00:00Z`);
  expect(api.recording.events).toEqual([
    {
      eventName: "audit-log.entry.read",
      eventTime: NOW,
      scope: { type: "PROJECT", id: PROJECT },
      initiator: { kind: "USER", id: "user-1", email: undefined },
      resource: { id: PROJECT },
      request: { endpoint: v3, method: "GET" },
      sourceIpAddress: "127.0.0.1",
      userAgent: "lightMyRequest",
      correlationId: answer.headers["x-request-id"],
      outcome: { result: "SUCCESS", statusCode: 200 },
      details: {
        apiVersion: "v3",
        viewKind: "list",
        entryId: null,
        periodStartAt: Date.parse("2026-03-21T00:00:00Z"),
        periodEndAt: NOW,
        limit: 2,
        includesDescendants: false,
        rows: 2,
        answerBytes: Buffer.byteLength(answer.text),
        reads: 1,
        firstReadAt: NOW,
      },
    },
  ]);
});

test("whoever follows the pages is two events, the second when the service closes; no cursor and no token is in them", async () => {
  api = await apiUnderTest();
  fill(5);
  const authorization = await bearer(READER_ROLES);
  let cursor = "";
  const cursors: string[] = [];
  do {
    const { body } = await api.get(`${v2}?limit=1${cursor && `&cursor=${cursor}`}`, authorization);
    cursor = String(Object(body).cursor ?? "");
    cursors.push(cursor);
  } while (cursor !== "");
  expect(api.recording.events).toHaveLength(1);
  await api[Symbol.asyncDispose]();
  expect(api.recording.events).toMatchObject([
    { details: { apiVersion: "v2", rows: 1, reads: 1 } },
    { details: { apiVersion: "v2", rows: 4, reads: 4 } },
  ]);
  const said = JSON.stringify(api.recording.events);
  for (const secret of [...cursors.filter((one) => one !== ""), authorization.split(".")[2] ?? ""])
    expect(said).not.toContain(secret);
  expect(said).not.toContain(idOf(1));
});

test("a role that may not read is a denial in the log of the scope", async () => {
  api = await apiUnderTest();
  await api.get(v2, await bearer([{ scopeType: "project", scopeId: PROJECT, role: "dns.admin" }]));
  expect(api.recording.events).toMatchObject([
    {
      eventName: "audit-log.entry.deny",
      scope: { type: "PROJECT", id: PROJECT },
      initiator: { id: "user-2", email: "ben@example.com" },
      outcome: { result: "DENIED", statusCode: 403 },
      details: { reason: "missing-permission", attemptedScopeIds: [PROJECT] },
    },
  ]);
});

test("who guesses ids writes into no other log than that of the own organization", async () => {
  api = await apiUnderTest();
  const authorization = await bearer([organizationRole(ORGANIZATION)]);
  for (const id of [OTHER_PROJECT, PROJECT]) await api.get(`/v3/projects/${id}/entries`, authorization);
  await api[Symbol.asyncDispose]();
  const own = { scope: { type: "ORGANIZATION", id: ORGANIZATION }, outcome: { result: "DENIED", statusCode: 404 } };
  expect(api.recording.events).toMatchObject([
    { ...own, details: { reason: "no-role", attemptedScopeIds: [OTHER_PROJECT], attempts: 1 } },
    { ...own, details: { reason: "no-role", attemptedScopeIds: [PROJECT], attempts: 1 } },
  ]);
});

test.each([
  ["none", []],
  ["several organizations", [organizationRole(ORGANIZATION), organizationRole(OTHER_PROJECT)]],
])("where the guesser's token names %s, the refusal is counted and logged only", async (_what, roles) => {
  api = await apiUnderTest();
  await api.get(`/v2/folders/${OTHER_PROJECT}`, await bearer(roles));
  expect(api.recording.events).toEqual([]);
  expect(api.log()).toContain('"event":"refusal unrecorded"');
  expect((await api.get("/metrics", null)).text).toContain("audit_query_refusals_unrecorded_total 1");
});

test("nobody who is not known is recorded, nor what holds no entries, nor what asks for nothing that there is", async () => {
  api = await apiUnderTest();
  const expired = await bearer(READER_ROLES, { exp: NOW / 1000 - 60 });
  for (const authorization of [null, "Bearer x", expired]) await api.get(v2, authorization);
  for (const url of ["/livez", "/readyz", "/metrics", "/openapi.json", "/v3/catalogue", "/nowhere", `${v2}?limit=x`])
    await api.get(url);
  await api[Symbol.asyncDispose]();
  expect(api.recording.events).toEqual([]);
});

test("an issuer that is away leaves nobody to record", async () => {
  const away = () => Promise.reject(new KeySetUnavailable("away"));
  api = await apiUnderTest({ keySet: { keyFor: away, load: away } });
  await api.get(v2);
  expect(api.recording.events).toEqual([]);
});

test("a read that fails once it is allowed is a failure with no rows", async () => {
  const away = () => Promise.reject(new StoreUnavailable("away"));
  api = await apiUnderTest({ store: { entries: away, ping: away } });
  await api.get(v2);
  await api.get(`${v2}?cursor=forged`);
  expect(api.recording.events).toMatchObject([
    { outcome: { result: "FAILURE", statusCode: 503 }, details: { rows: 0, periodStartAt: null } },
    { outcome: { result: "FAILURE", statusCode: 400 }, details: { rows: 0, limit: null } },
  ]);
});

test("a reader who hangs up is recorded all the same", async () => {
  const asked = Promise.withResolvers<void>();
  const entries = (_selection: unknown, _page: unknown, signal: AbortSignal) => {
    asked.resolve();
    return new Promise<never>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new StoreUnavailable("aborted")));
    });
  };
  api = await apiUnderTest({ store: { entries, ping: async () => {} } });
  const authorization = await bearer(READER_ROLES);
  const leaving = request(`${await api.listen()}${v2}`, { headers: { authorization } }).end();
  leaving.on("error", () => {});
  await asked.promise;
  leaving.destroy();
  await expect
    .poll(() => api.recording.events)
    .toMatchObject([{ outcome: { result: "FAILURE", statusCode: 499, message: "the reader hung up" } }]);
});

test.each([
  [0, "127.0.0.1"],
  [1, "198.51.100.7"],
  [2, "192.0.2.1"],
])("behind %d trusted proxies the source is %s", async (trustedProxies, source) => {
  const config = {
    issuer: ISSUER,
    audience: AUDIENCE,
    cursorSecret: "k".repeat(32),
    mostRequests: 600,
    trustedProxies,
  };
  api = await apiUnderTest({ config });
  const headers = { authorization: await bearer(READER_ROLES), "x-forwarded-for": "junk, 192.0.2.1, 198.51.100.7" };
  await (await fetch(`${await api.listen()}${v2}`, { headers })).text();
  await expect.poll(() => api.recording.events).toMatchObject([{ sourceIpAddress: source }]);
});

test("a service account is told from a person", async () => {
  api = await apiUnderTest();
  await api.get(v2, await bearer(READER_ROLES, { email: "siem-k3v8n@sa.stackit.cloud" }));
  expect(api.recording.events).toMatchObject([{ initiator: { kind: "SERVICE_ACCOUNT", id: "user-2" } }]);
});

test("where nothing is recorded, everything is answered", async () => {
  api = await apiUnderTest({ recording: undefined });
  fill(1);
  expect(await api.get(v2)).toMatchObject({ status: 200 });
  expect(await api.get(`/v2/projects/${OTHER_PROJECT}`)).toMatchObject({ status: 404 });
});
