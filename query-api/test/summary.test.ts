// Counts of entries, as a caller sees them.
import { afterEach, beforeEach, expect, test } from "vitest";
import { summarySchema, type EntrySummary } from "../src/entries/entry-summary.ts";
import { exampleEmail } from "../src/entries/example-row.ts";
import { facetNames } from "../src/summary/facets.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, PROJECT, rowAt } from "./rows.ts";

let api: ApiUnderTest;
beforeEach(async () => void (api = await apiUnderTest()));
afterEach(() => api[Symbol.asyncDispose]());

const entries = `/v3/projects/${PROJECT}/entries`;
const HOUR = 3_600_000;
const count = async (query: string): Promise<EntrySummary> => {
  const { status, body, text } = await api.get(`${entries}/summary?${query}`);
  expect(status, text).toBe(200);
  return summarySchema.strict().parse(body);
};

test("the last day in quarters of an hour, by service, event, outcome and initiator", async () => {
  api.store.add(rowAt(NOW - HOUR, idOf(1)), rowAt(NOW - HOUR - 1, idOf(2), { outcome: "DENIED" }));
  const { total, start, end, interval, histogram, facets } = await count("");
  expect({ total, start, end, interval }).toEqual({
    total: 2,
    start: new Date(NOW - 24 * HOUR).toISOString(),
    end: new Date(NOW).toISOString(),
    interval: "15m",
  });
  expect(histogram).toHaveLength(96);
  expect(histogram.filter((bucket) => bucket.total > 0)).toEqual([
    { start: "2026-03-21T10:45:00.000Z", total: 1, outcomes: { DENIED: 1 } },
    { start: "2026-03-21T11:00:00.000Z", total: 1, outcomes: { SUCCESS: 1 } },
  ]);
  expect(facets.map(({ name }) => name)).toEqual(["service", "eventName", "outcome", "initiator"]);
  expect(facets[3]?.values).toMatchObject([{ count: 2, kind: "SERVICE_ACCOUNT", email: exampleEmail }]);
});

test("each value's filter lists as many entries as were counted", async () => {
  for (let number = 1; number <= 6; number += 1)
    api.store.add(
      rowAt(NOW - number, idOf(number), {
        outcome: number > 4 ? "DENIED" : "SUCCESS",
        resource_id: `a "b" ${number % 2}*`,
      }),
    );
  for (const facet of facetNames)
    for (const { filter, count: counted } of (await count(`facets=${facet}`)).facets[0]?.values ?? []) {
      const { body } = await api.get(`${entries}?${new URLSearchParams({ filter: String(filter) }).toString()}`);
      expect([facet, Object(body).items.length]).toEqual([facet, counted]);
    }
});

test("the histogram alone, at an interval that was asked for, of what is below", async () => {
  api.store.add(rowAt(NOW - 1, idOf(1)));
  const query = "include-descendants=true&facets=&interval=1h&filter=outcome%3DSUCCESS";
  const { body } = await api.get(`/v3/folders/${FOLDER}/entries/summary?${query}`);
  expect(body).toMatchObject({ total: 1, interval: "1h", facets: [] });
  expect(Object(body).histogram).toHaveLength(24);
});

test("counting is a search", async () => {
  await count("facets=");
  await count("filter=outcome%3DDENIED&facets=service");
  expect(api.recording.events).toMatchObject([
    { eventName: "audit-log.entry.search", details: { searchKind: "histogram", filter: "", rows: 0 } },
    { details: { searchKind: "facets", filter: "outcome=DENIED", periodEndAt: NOW } },
  ]);
});

const facetsMessage = `facets must be at most 8 different ones of ${facetNames.join(", ")}, separated by commas`;
test.each([
  ["interval=7m", "interval must be auto or one of 1m, 2m, 5m, 10m, 15m, 30m, 1h, 2h, 3h, 6h, 12h, 1d"],
  ["interval=10m", "interval must be at least 15m for this period: no more than 100 buckets are made"],
  ["facets=nonsense", facetsMessage],
  ["facets=service,service", facetsMessage],
  ["facets=service,", facetsMessage],
  [`facets=${facetNames.slice(0, 9).join(",")}`, facetsMessage],
  ["facets=service&facets=outcome", facetsMessage],
  ["start=2026-03-21T08:00:00Z&end=2026-03-21T07:00:00Z", "start must not be after end"],
  ["filter=nonsense%3D1", expect.stringContaining("filter, column 1")],
  ["limit=1", 'Unrecognized key: "limit"'],
])("?%s is refused", async (query, message) => {
  const { status, body } = await api.get(`${entries}/summary?${query}`);
  expect([status, Object(body).message]).toEqual([400, message]);
});
