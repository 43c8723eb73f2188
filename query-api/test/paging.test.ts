// Paging through the API: each entry exactly once, whatever the data and the page size, also while more arrives.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { idOf, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

async function readAll(api: ApiUnderTest, url: string, between: () => void = () => {}): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { status, body } = await api.get(cursor === undefined ? url : `${url}&cursor=${cursor}`);
    if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`);
    const page: { items: { id: string }[]; cursor?: string } = Object(body);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
    between();
  } while (cursor !== undefined);
  return ids;
}

const kinds = {
  shown: {},
  private: { visibility: "PRIVATE" },
  elsewhere: { scope_id: OTHER_PROJECT },
  old: { event_time: "2025-12-01 00:00:00.000" },
} as const;

const anyEvents = fc.array(
  fc.record({
    age: fc.integer({ min: 1, max: 5 }),
    copies: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
  }),
  { maxLength: 60 },
);

test.each([
  ["v2", `/v2/projects/${PROJECT}?`],
  ["v3", `/v3/projects/${PROJECT}/entries?`],
])("%s shows each entry exactly once, newest first", async (_version, url) => {
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.integer({ min: 1, max: 70 }), async (events, limit) => {
      await using api = await apiUnderTest();
      const rows = events.map(({ age, kind }, index) => rowAt(NOW - age, idOf(index), kinds[kind]));
      for (const [index, { copies }] of events.entries())
        api.store.add(...Array.from({ length: copies }, () => rows[index] ?? expect.unreachable()));
      const expected = rows.filter((_row, index) => events[index]?.kind === "shown");

      const ids = await readAll(api, `${url}limit=${limit}`);

      expect(ids.toSorted()).toEqual(expected.map((row) => row.event_id).toSorted());
      const ages = ids.map((id) => events[rows.findIndex((row) => row.event_id === id)]?.age ?? 0);
      expect(ages).toEqual(ages.toSorted((left, right) => left - right));
    }),
    { numRuns: 40 },
  );
});

test("entries that arrive while somebody reads do not move the pages", async () => {
  let now = NOW;
  await using api = await apiUnderTest({ now: () => now });
  const rows = [1, 2, 3, 4, 5].map((age) => rowAt(NOW - age, idOf(age)));
  api.store.add(...rows);
  // A second apart, the store and the service see a later time, and newer entries are there.
  const arrive = (): void => {
    now += 1000;
    api.store.add(rowAt(now - 1, idOf(now - NOW)));
  };
  const ids = await readAll(api, `/v2/projects/${PROJECT}?limit=2`, arrive);
  expect(ids).toEqual(rows.map((row) => row.event_id));
});
