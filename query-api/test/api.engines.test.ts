// The API on the real store: what a caller of each version sees of what a writer inserted.
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ERASED_VERSION } from "@audit-log/schemas";
import { bareRow, FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";
import { apiUnderTest, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "./clickhouse-under-test.ts";

const now = Date.now();
const EMAILS_FOLDER = "77777777-3c1f-4d57-9a39-2f0d1f6c7a77";
const EMAILS_ROLES = [{ scopeType: "folder", scopeId: EMAILS_FOLDER, role: "reader" }];
let clickhouse: ClickHouseUnderTest;
let api: ApiUnderTest;

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_api");
  api = await apiUnderTest({ store: clickhouse.store, emails: clickhouse.store.emails, now: () => now });
  const rows = Array.from({ length: 25 }, (_none, index) =>
    rowAt(now - 1000 * Math.ceil((index + 1) / 4), idOf(index)),
  );
  await clickhouse.add(...rows, { ...bareRow, event_time: rowAt(now - 60_000, "").event_time });
  await clickhouse.add(
    ...rows,
    rowAt(now - 1000, idOf(100), { visibility: "PRIVATE" }),
    rowAt(now - 1000, idOf(101), { scope_id: OTHER_PROJECT }),
    rowAt(now - 1000, idOf(102), { scope_type: "FOLDER", scope_id: FOLDER }),
    rowAt(now - 1000, idOf(103), { scope_type: "ORGANIZATION", scope_id: ORGANIZATION }),
    rowAt(now - 1000, idOf(104), { details: '{"a":'.repeat(9000) + "1" + "}".repeat(9000) }),
    rowAt(now - 1000, idOf(105), { user_agent: 'quote " slash \\ line\nfeed \u0000 ünïcödé 😀' }),
  );
});

afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await clickhouse[Symbol.asyncDispose]();
});

interface Item {
  id: string;
  eventTimeStamp: string;
}

async function readAll(url: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await api.get(cursor === undefined ? url : `${url}&cursor=${cursor}`);
    expect([status, body]).toEqual([200, expect.anything()]);
    const page: { items: Item[]; cursor?: string } = Object(body);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

const expected = [...Array.from({ length: 25 }, (_none, index) => idOf(index)), bareRow.event_id, idOf(104), idOf(105)];

test.each([
  ["v2", `/v2/projects/${PROJECT}?`, 4],
  ["v2", `/v2/projects/${PROJECT}?`, 100],
  ["v3", `/v3/projects/${PROJECT}/entries?`, 1],
  ["v3", `/v3/projects/${PROJECT}/entries?`, 1000],
])("%s shows each entry of a project once, newest first: %s, %i at a time", async (_version, url, limit) => {
  const items = await readAll(`${url}limit=${limit}`);
  expect(items.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
  const times = items.map(({ eventTimeStamp }) => Date.parse(eventTimeStamp));
  expect(times).toEqual(times.toSorted((left, right) => right - left));
});

test.each([
  [`/v2/folders/${FOLDER}`, idOf(102)],
  [`/v2/organizations/${ORGANIZATION}`, idOf(103)],
  [`/v3/folders/${FOLDER}/entries`, idOf(102)],
  [`/v3/organizations/${ORGANIZATION}/entries`, idOf(103)],
])("%s shows its own events only", async (url, id) => {
  expect((await readAll(`${url}?`)).map((item) => item.id)).toEqual([id]);
});

test("text comes back as it was stored", async () => {
  const items = await readAll(`/v3/projects/${PROJECT}/entries?limit=1000`);
  expect(items.find(({ id }) => id === idOf(105))).toMatchObject({
    userAgent: 'quote " slash \\ line\nfeed \u0000 ünïcödé 😀',
    producer: { sequence: 4711 },
    outcome: { statusCode: 200 },
  });
  expect(items.find(({ id }) => id === bareRow.event_id)).not.toHaveProperty("request");
});

test("an entry shows its initiator's latest e-mail, and none after an erasure", async () => {
  const [ada, account] = [
    { kind: "USER", id: "ada" },
    { kind: "SERVICE_ACCOUNT", id: "ada" },
  ];
  const scope = { scope_type: "FOLDER", scope_id: EMAILS_FOLDER };
  await clickhouse.add(
    rowAt(now - 1000, idOf(201), { ...scope, initiator_kind: ada.kind, initiator_id: ada.id }),
    rowAt(now - 2000, idOf(202), { ...scope, initiator_kind: account.kind, initiator_id: account.id }),
    rowAt(now - 3000, idOf(203), { ...scope, initiator_kind: "SYSTEM", initiator_id: "platform" }),
  );
  await clickhouse.tell(ada, "new@example.com", "1700000000002");
  await clickhouse.tell(ada, "old@example.com", "1700000000001");
  await clickhouse.tell(account, "ada@sa.example.com", "1700000000001");
  const shown = async (app: ApiUnderTest, url: string) => {
    const { body } = await app.get(url, `Bearer ${await app.issuer.token({ roles: EMAILS_ROLES })}`);
    const { items }: { items: { initiator: object; sentence?: string }[] } = Object(body);
    return items.map(({ initiator, sentence }) => ({ ...initiator, sentence }));
  };
  const v3 = `/v3/folders/${EMAILS_FOLDER}/entries`;
  expect(await shown(api, v3)).toEqual([
    { ...ada, email: "new@example.com", sentence: "new@example.com added members to shop" },
    { ...account, email: "ada@sa.example.com", sentence: "ada@sa.example.com added members to shop" },
    { kind: "SYSTEM", id: "platform", sentence: "platform added members to shop" },
  ]);
  const v2 = [{ id: "ada", email: "new@example.com" }, { id: "ada", email: "ada@sa.example.com" }, { id: "platform" }];
  expect(await shown(api, `/v2/folders/${EMAILS_FOLDER}`)).toEqual(v2);

  await clickhouse.tell(ada, "", ERASED_VERSION);
  await clickhouse.tell(ada, "later@example.com", "1800000000000");
  // Another instance: this one remembers for half a minute.
  await using another = await apiUnderTest({
    store: clickhouse.store,
    emails: clickhouse.store.emails,
    now: () => now,
  });
  expect((await shown(another, v3))[0]).toEqual({ ...ada, sentence: "ada added members to shop" });
});

test("over a real connection too", async () => {
  const authorization = `Bearer ${await api.issuer.token({ roles: READER_ROLES })}`;
  const answer = await fetch(`${await api.listen()}/v3/projects/${PROJECT}/entries?limit=100`, {
    headers: { authorization },
  });
  expect([answer.status, await answer.json()]).toMatchObject([200, { items: { length: expected.length } }]);
});

test("a window of 90 days is answered, and the service is ready", async () => {
  const start = new Date(now - 90 * 86_400_000).toISOString();
  expect((await api.get(`/v3/projects/${PROJECT}/entries?start=${start}`)).status).toBe(200);
  expect((await api.get("/readyz", null)).status).toBe(200);
});
