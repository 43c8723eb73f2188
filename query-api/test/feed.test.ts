// The feed as a client sees it: what arrives, where to go on, and what it may not ask.
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { storedTimeOf } from "../src/query/entry-row.ts";
import { feedPageSchema } from "../src/routes/feed/feed-route.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, ORGANIZATION, PROJECT, rowAt } from "./rows.ts";

const feed = `/v3/projects/${PROJECT}/entries/feed`;
const settle = (settledUntil: number) => api.feed.tell({ domain: "membership", settledUntil, waitingSince: 0 });
const received = (at: number, number: number) => rowAt(NOW - 1_000, idOf(number), { received_time: storedTimeOf(at) });

let api: ApiUnderTest;
beforeEach(async () => {
  await api?.[Symbol.asyncDispose]();
  api = await apiUnderTest();
});
afterAll(() => api[Symbol.asyncDispose]());

async function page(query = "", url = feed) {
  const { status, body, text } = await api.get(`${url}?${query}`);
  expect(status, text).toBe(200);
  const found = feedPageSchema.strict().parse(body);
  return { ...found, ids: found.items.map(({ id }) => id) };
}

test("begins a day ago, goes on with its cursor for ever, and shows what came late", async () => {
  api.store.add(received(NOW - 500, 1), received(NOW - 400, 2), received(NOW - 300, 3));
  const first = await page("limit=2");
  expect(first).toMatchObject({
    ids: [idOf(1), idOf(2)],
    more: true,
    limit: 2,
    settledUntil: new Date(NOW).toISOString(),
  });
  const second = await page(`cursor=${first.cursor}`);
  expect(second).toMatchObject({ ids: [idOf(3)], more: false });
  const third = await page(`cursor=${second.cursor}`);
  expect(third).toMatchObject({ ids: [], more: false, cursor: second.cursor });

  api.store.add({ ...received(NOW + 5, 4), event_time: storedTimeOf(NOW - 80 * 86_400_000) });
  settle(NOW + 10);
  // How far events are stored is remembered for a moment.
  await vi.waitFor(async () => expect((await page(`cursor=${third.cursor}`)).ids).toEqual([idOf(4)]));
  // The same cursor once more gives the same.
  expect((await page(`cursor=${third.cursor}`)).ids).toEqual([idOf(4)]);
});

test("shows nothing that was received later than is settled", async () => {
  api.store.add(received(NOW - 500, 1), received(NOW - 300, 2));
  settle(NOW - 400);
  const first = await page();
  expect(first).toMatchObject({ ids: [idOf(1)], more: false, settledUntil: new Date(NOW - 400).toISOString() });
});

test("shows nothing where no worker has said anything", async () => {
  api.store.add(received(NOW - 500, 1));
  settle(0);
  expect(await page()).toMatchObject({ ids: [], settledUntil: "1970-01-01T00:00:00.000Z", more: false });
});

test("waits below a scope until it is known where new scopes lie", async () => {
  api.hierarchy.place({ type: "PROJECT", id: PROJECT }, { type: "ORGANIZATION", id: ORGANIZATION });
  api.store.add(received(NOW - 20_000, 1), received(NOW - 10_000, 2));
  const url = `/v3/organizations/${ORGANIZATION}/entries/feed`;
  expect(await page("include-descendants=true", url)).toMatchObject({
    ids: [idOf(1)],
    settledUntil: new Date(NOW - 15_000).toISOString(),
  });
});

test.each([
  ["cursor=nonsense", "cursor is not valid"],
  ["cursor=a&cursor=b", "cursor must be given once"],
  ["from=2025-12-01T00:00:00Z", "from must be within the last 90 days"],
  ["from=2026-03-21T12:02:00Z", "from must not be in the future"],
  ["from=yesterday", "from must be an ISO 8601 time with a zone, such as 2026-03-21T08:10:14.422Z"],
  ["limit=0", "limit must be a whole number of at least 1"],
  ["order=newest-first", 'Unrecognized key: "order"'],
  ["start=2026-03-21T08:00:00Z", 'Unrecognized key: "start"'],
])("?%s", async (query, message) => {
  const { status, body } = await api.get(`${feed}?${query}`);
  expect([status, Object(body).message]).toEqual([400, message]);
});

test("a cursor is good for its principal, scope and question alone", async () => {
  const { cursor } = await page("filter=outcome=DENIED");
  const list = Object((await api.get(`/v3/projects/${PROJECT}/entries?limit=1`)).body).cursor;
  const stranger = `Bearer ${await api.issuer.token({ sub: "user-2", roles: READER_ROLES })}`;
  expect((await api.get(`${feed}?filter=outcome=DENIED&cursor=${cursor}`)).status).toBe(200);
  for (const [url, token] of [
    [`${feed}?cursor=${cursor}`],
    [`${feed}?filter=outcome=DENIED&include-descendants=true&cursor=${cursor}`],
    [`/v3/folders/${FOLDER}/entries/feed?filter=outcome=DENIED&cursor=${cursor}`],
    [`/v3/projects/${PROJECT}/entries?cursor=${cursor}`],
    [`${feed}?cursor=${list}`],
    [`${feed}?filter=outcome=DENIED&cursor=${cursor}`, stranger],
  ] as const)
    expect(await api.get(url, token)).toMatchObject({ status: 400, body: { message: "cursor is not valid" } });
  for (let index = 0; index < cursor.length; index += 1) {
    const bent = cursor.slice(0, index) + (cursor[index] === "A" ? "B" : "A") + cursor.slice(index + 1);
    expect((await api.get(`${feed}?filter=outcome=DENIED&cursor=${bent}`)).status).toBe(400);
  }
  expect(await api.get(`${feed}?from=2026-03-21T08:00:00Z&filter=outcome=DENIED&cursor=${cursor}`)).toMatchObject({
    status: 400,
    body: { message: "cursor says where to go on: leave from out" },
  });
});

test("who reads the feed is recorded", async () => {
  api.store.add(received(NOW - 500, 1));
  await page("limit=7");
  expect(api.recording.events).toMatchObject([
    { eventName: "audit-log.entry.read", details: { viewKind: "list", rows: 1, limit: 7 } },
  ]);
});
