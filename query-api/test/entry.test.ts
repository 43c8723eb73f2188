// One entry by its id, and what belongs to it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import { entrySchema } from "../src/entries/entry.ts";
import { relatedSchema, type RelatedEntries } from "../src/entries/related.ts";
import { initiatorOf, type EntryRow } from "../src/query/entry-row.ts";
import { exampleRow } from "../src/entries/example-row.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { bareRow, FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

let api: ApiUnderTest;
beforeEach(async () => void (api = await apiUnderTest()));
afterEach(() => api[Symbol.asyncDispose]());

const entries = `/v3/projects/${PROJECT}/entries`;
const MINUTE = 60_000;

test("an entry is found by its id, however far its time is from it, and whatever the case", async () => {
  const [near, far, ahead] = [
    rowAt(NOW - 1, idOf(10)),
    rowAt(NOW - 80 * DAY_MS, idOf(11)),
    rowAt(NOW + DAY_MS, idOf(12)),
  ];
  const random = rowAt(NOW - DAY_MS, "c0ffee00-1111-4222-8333-444455556666");
  api.store.add(near, far, ahead, random);
  for (const { event_id: id } of [near, far, ahead, random]) {
    const { status, body, headers } = await api.get(`${entries}/${id.toUpperCase()}`);
    expect([status, entrySchema.strict().parse(body).id]).toEqual([200, id]);
    expect(headers).toMatchObject({
      "cache-control": "private, no-cache",
      "content-type": expect.stringContaining("json"),
    });
  }
});

test("what is not there, of another scope, private or too old is the same 404", async () => {
  api.store.add(
    rowAt(NOW - 1, idOf(1), { scope_id: OTHER_PROJECT }),
    rowAt(NOW - 1, idOf(2), { visibility: "PRIVATE" }),
    rowAt(NOW - RETENTION_MS - 1, idOf(3)),
  );
  for (const id of [1, 2, 3, 4].map(idOf))
    for (const url of [`${entries}/${id}`, `${entries}/${id}/related`]) {
      const { status, body, headers } = await api.get(url);
      expect([status, Object(body).message]).toEqual([404, `entry ${id} not found.`]);
      expect(headers).toMatchObject({ "cache-control": "no-store" });
    }
});

test("an entry of what is below is found where that is asked", async () => {
  api.store.add(rowAt(NOW - 1, idOf(1)));
  for (const scope of [`organizations/${ORGANIZATION}`, `folders/${FOLDER}`]) {
    expect((await api.get(`/v3/${scope}/entries/${idOf(1)}`)).status).toBe(404);
    expect((await api.get(`/v3/${scope}/entries/${idOf(1)}?include-descendants=true`)).status).toBe(200);
  }
});

test("an entry that has not changed is not sent again; a new e-mail changes it", async () => {
  api.store.add(rowAt(NOW - 1, idOf(1)));
  const url = `${entries}/${idOf(1)}`;
  const { etag } = (await api.get(url)).headers;
  const asked = { "if-none-match": `"other", W/${String(etag)}` };
  expect(await api.get(url, undefined, asked)).toMatchObject({ status: 304, text: "", headers: { etag } });
  expect(await api.get(url, undefined, { "if-none-match": '"other"' })).toMatchObject({ status: 200 });
  await using other = await apiUnderTest();
  other.store.add(rowAt(NOW - 1, idOf(1)));
  other.emails.tell(initiatorOf(exampleRow), "new@example.com");
  expect(await other.get(url, undefined, asked)).toMatchObject({ status: 200 });
});

test("reading one is a view of it, and what belongs to it a search", async () => {
  api.store.add(rowAt(NOW - 1, idOf(1)), rowAt(NOW - 2, idOf(2)));
  await api.get(`${entries}/${idOf(1)}`);
  await api.get(`${entries}/${idOf(1)}/related`);
  expect(api.recording.events).toMatchObject([
    { eventName: "audit-log.entry.read", details: { viewKind: "entry", entryId: idOf(1), rows: 1 } },
    { eventName: "audit-log.entry.search", details: { searchKind: "related", filter: `id=${idOf(1)}`, limit: 10 } },
  ]);
});

const related = async (id: string, query = ""): Promise<RelatedEntries> => {
  const { status, body } = await api.get(`${entries}/${id}/related${query}`);
  expect(status).toBe(200);
  return relatedSchema.strict().parse(body);
};

const unlike = { correlation_id: "", operation_id: "", resource_id: "other", initiator_id: "other" };
const at = (minutes: number, number: number, rest: Partial<EntryRow> = {}): EntryRow =>
  rowAt(NOW - DAY_MS + minutes * MINUTE, idOf(number), { ...unlike, ...rest });
const like = ({ correlation_id, operation_id, resource_id, initiator_id }: EntryRow = exampleRow) => ({
  correlation: { correlation_id },
  operation: { operation_id },
  resource: { resource_id },
  session: { initiator_id },
});

test("groups are those of the same request, operation, resource and session", async () => {
  const { correlation, operation, resource, session } = like();
  api.store.add(
    rowAt(NOW - DAY_MS, idOf(1)),
    at(-1, 2, correlation),
    at(30 * 24 * 60, 3, correlation),
    at(-20 * 24 * 60, 4, operation),
    at(-2, 5, resource),
    at(-3, 6, resource),
    at(0, 7, resource),
    at(3, 8, resource),
    at(59, 9, session),
    at(61, 10, session),
    at(5, 11, { ...session, source_ip_address: "198.51.100.1" }),
    at(6, 12, { ...session, initiator_kind: "USER" }),
    at(1, 13, { ...resource, scope_id: OTHER_PROJECT }),
    at(1, 14, { ...resource, resource_type: "cluster" }),
  );
  const { entry, groups } = await related(idOf(1));
  expect(entry.id).toBe(idOf(1));
  expect(groups.map(({ kind, items }) => [kind, ...items.map(({ id }) => Number.parseInt(id.slice(-8), 16))])).toEqual([
    ["correlation", 2],
    ["operation", 4],
    ["resource-before", 5, 6],
    ["resource-after", 7, 8],
    ["session", 9],
  ]);
});

test("a group's link lists it in full", async () => {
  const { resource } = like();
  api.store.add(rowAt(NOW - DAY_MS, idOf(1)), ...[-3, -2, -1, 0, 1, 2].map((age) => at(age, 10 + age, resource)));
  const { groups } = await related(idOf(1), "?limit=2");
  expect(groups.map(({ kind, items, more }) => [kind, items.length, more])).toEqual([
    ["resource-before", 2, true],
    ["resource-after", 2, true],
  ]);
  for (const { filter, start, end, order, items } of groups) {
    const query = new URLSearchParams({ filter, start, end, order });
    const { status, body } = await api.get(`${entries}?${query.toString()}`);
    expect(status).toBe(200);
    const listed: string[] = Object(body).items.map(({ id }: { id: string }) => id);
    expect(listed).toHaveLength(3);
    expect(listed.slice(0, 2)).toEqual(items.map(({ id }) => id));
  }
});

test("what an entry lacks has no group, and the platform itself no session", async () => {
  api.store.add(bareRow, { ...bareRow, event_id: idOf(77), resource_id: "prod-2" });
  expect((await related(bareRow.event_id)).groups).toEqual([]);
});

test("an entry that is dated ahead has groups, too", async () => {
  api.store.add(rowAt(NOW + DAY_MS / 2, idOf(1)), rowAt(NOW + DAY_MS / 2, idOf(2)), rowAt(NOW - 1, idOf(3)));
  const kinds = (await related(idOf(1))).groups.map(({ kind, items }) => [kind, items.length]);
  expect(kinds).toContainEqual(["resource-before", 1]);
  expect(kinds).toContainEqual(["resource-after", 1]);
});

test.each([
  [`${entries}/nonsense`, "the entry id in the path must be a UUID"],
  [`${entries}/${idOf(1)}?limit=1`, 'Unrecognized key: "limit"'],
  [`${entries}/${idOf(1)}/related?limit=0`, "limit must be a whole number of at least 1"],
  [`${entries}/${idOf(1)}/related?include-descendants=maybe`, "include-descendants must be true or false"],
  [`/v3/projects/x/entries/${idOf(1)}`, "the project id in the path must be a UUID"],
])("%s is refused", async (url, message) => {
  const { status, body } = await api.get(url);
  expect([status, Object(body).message]).toEqual([400, message]);
});
