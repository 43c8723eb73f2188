// What all Summaries promise, as a suite: run by the tests of each implementation, over the store that holds the entries.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../test/rows.ts";
import { selectionOf } from "../../test/selections.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { Selection } from "../query/selection.ts";
import type { Scope } from "../scope.ts";
import { filterOf } from "../store/selection.contract.ts";
import { facetNames, facetValue } from "./facets.ts";
import { MOST_VALUES, type Question, type Summaries, type Summary } from "./summary.ts";

export interface SummariesUnderTest {
  summaries: Summaries;
  add(...rows: EntryRow[]): Promise<void>;
  place(scope: Scope, ...above: Scope[]): Promise<void>;
}

const HOUR = 3_600_000;
const project: Scope = { type: "PROJECT", id: PROJECT };
const { signal } = new AbortController();

/** `open` gives an empty one; `now`: milliseconds UTC, the clock that retention goes by. */
export function summariesContract(
  open: () => Promise<SummariesUnderTest>,
  { now, propertyRuns }: { now: () => number; propertyRuns: number },
): void {
  /** Whole hours, so that buckets are known. */
  const end = Math.floor(now() / HOUR) * HOUR - HOUR;
  const window = { start: end - 4 * HOUR, end };
  const ask = async (
    { summaries }: SummariesUnderTest,
    question: Partial<Question> = {},
    rest: Partial<Selection> = {},
    scope: Scope = project,
  ): Promise<Summary> =>
    summaries.summarize(
      { ...selectionOf(await grantedScope(scope), window), ...rest },
      { interval: "1h", facets: [], ...question },
      signal,
    );
  const at = (hoursAgo: number, number: number, rest: Partial<EntryRow> = {}): EntryRow =>
    rowAt(end - hoursAgo * HOUR, idOf(number), rest);

  describe("summaries", () => {
    test("count over time, by outcome, and leave no bucket out", async () => {
      const opened = await open();
      await opened.add(
        at(4, 1, { outcome: "DENIED" }),
        at(3.5, 2),
        at(3.2, 3, { outcome: "FAILURE" }),
        at(1, 4),
        at(0, 5),
        at(4.1, 6),
      );
      const { total, buckets, facets } = await ask(opened);
      expect(buckets).toEqual([
        { start: end - 4 * HOUR, total: 3, outcomes: { SUCCESS: 1, DENIED: 1, FAILURE: 1 } },
        { start: end - 3 * HOUR, total: 0, outcomes: {} },
        { start: end - 2 * HOUR, total: 0, outcomes: {} },
        { start: end - HOUR, total: 1, outcomes: { SUCCESS: 1 } },
      ]);
      expect([total, facets]).toEqual([4, []]);
    });

    test("count the most frequent values, the others, and what is absent", async () => {
      const opened = await open();
      const rows: EntryRow[] = [];
      for (let name = 1; name <= 14; name += 1)
        for (let copy = 0; copy < name; copy += 1)
          rows.push(at(1, name * 100 + copy, { resource_id: `r${name}`, country: name > 12 ? "" : "DE" }));
      await opened.add(...rows);
      const { total, facets } = await ask(opened, {
        facets: ["network.country", "resource.id", "initiator", "outcome"],
      });
      const { initiator_id, initiator_kind } = rows[0] ?? expect.unreachable();
      expect(total).toBe(105);
      expect(facets).toEqual([
        { name: "network.country", values: [{ value: ["DE"], count: 78 }], others: 0, absent: 27 },
        {
          name: "resource.id",
          values: [14, 13, 12, 11, 10, 9, 8, 7, 6, 5].map((count) => ({ value: [`r${count}`], count })),
          others: 10,
          absent: 0,
        },
        { name: "initiator", values: [{ value: [initiator_id, initiator_kind], count: 105 }], others: 0, absent: 0 },
        { name: "outcome", values: [{ value: ["SUCCESS"], count: 105 }], others: 0, absent: 0 },
      ]);
    });

    test("count an event once that is stored several times", async () => {
      const opened = await open();
      for (let copy = 0; copy < 3; copy += 1)
        await opened.add(at(1, 1), at(2, 2, { received_time: `2026-03-21 08:1${copy}:00.000` }));
      const { total, facets } = await ask(opened, { facets: ["service"] });
      expect([total, facets[0]?.values[0]?.count]).toEqual([2, 2]);
    });

    test("count what the filter matches, what is granted, of this scope or what is below", async () => {
      const opened = await open();
      const organization: Scope = { type: "ORGANIZATION", id: "o1" };
      const below = { organization_id: "o1", folder_id: "" };
      await opened.place(project, organization);
      await opened.add(
        at(1, 1, { ...below, outcome: "DENIED" }),
        at(1, 2, below),
        at(1, 3, { ...below, visibility: "PRIVATE" }),
        at(1, 4, { ...below, scope_id: "p2" }),
        at(1, 5, { organization_id: "o2", folder_id: "", scope_id: "p9" }),
      );
      expect((await ask(opened)).total).toBe(2);
      expect((await ask(opened, {}, { filter: filterOf("outcome=DENIED") })).total).toBe(1);
      expect((await ask(opened, {}, {}, organization)).total).toBe(0);
      const all = await ask(opened, { facets: ["scope.id"] }, { descendants: true }, organization);
      expect(all.facets[0]?.values).toEqual([
        { value: [PROJECT], count: 2 },
        { value: ["p2"], count: 1 },
      ]);
    });

    test("count nothing that is older than 90 days", async () => {
      const opened = await open();
      const age = (ms: number, number: number) => rowAt(now() - RETENTION_MS - ms, idOf(number));
      await opened.add(age(60_000, 1), age(-60_000, 2));
      const wide = { start: now() - RETENTION_MS - DAY_MS, end: now() };
      expect((await ask(opened, { interval: "1d" }, { window: wide })).total).toBe(1);
    });

    test("agree with counting by hand, whatever the entries", async () => {
      const opened = await open();
      const word = fc.constantFrom("", "a", "b", "ä", "A", "z".repeat(40));
      const drawn = fc.record({
        minute: fc.integer({ min: 0, max: 239 }),
        outcome: fc.constantFrom("SUCCESS", "FAILURE", "DENIED", "NEWER"),
        resource: word,
        country: word,
        initiator: word,
        kind: fc.constantFrom("USER", "SYSTEM", "USER", "SYSTEM", "", "NEWER"),
        copies: fc.integer({ min: 1, max: 3 }),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(drawn, { maxLength: 30 }), async (events) => {
          run += 1; // each run has its own scope, so that one store serves all
          const scope: Scope = { type: "PROJECT", id: `run-${run}` };
          const rows = events.map(({ minute, outcome, resource, country, initiator, kind }, index) =>
            rowAt(window.start + minute * 60_000, idOf(run * 1000 + index), {
              scope_id: scope.id,
              outcome,
              resource_id: resource,
              country,
              initiator_id: initiator,
              initiator_kind: kind,
            }),
          );
          for (const copy of [1, 2, 3])
            await opened.add(...rows.filter((_row, index) => (events[index]?.copies ?? 0) >= copy));
          const facets = ["resource.id", "network.country", "initiator", "initiator.kind"] as const;
          const summary = await ask(opened, { facets, interval: "30m" }, {}, scope);
          expect(summary.total).toBe(rows.length);
          expect(summary.buckets.reduce((sum, { total }) => sum + total, 0)).toBe(rows.length);
          for (const { name, values, others, absent } of summary.facets) {
            const having = (value: readonly string[]) =>
              rows.filter((row) => facetValue(name, row).join("\0") === value.join("\0")).length;
            for (const { value, count } of values) expect([name, value, count]).toEqual([name, value, having(value)]);
            const tally = Map.groupBy(rows, (row) => facetValue(name, row).join("\0"));
            const most = [...tally].filter(([value]) => /[^\0]/.test(value)).map(([, { length }]) => length);
            const largest = most.toSorted((one, other) => other - one).slice(0, MOST_VALUES);
            expect([name, values.map(({ count }) => count)]).toEqual([name, largest]);
            expect(absent).toBe(rows.filter((row) => facetValue(name, row).every((part) => part === "")).length);
            expect(values.reduce((sum, { count }) => sum + count, 0) + others + absent).toBe(rows.length);
          }
        }),
        { numRuns: propertyRuns },
      );
    });

    test("have every facet that there is", async () => {
      const opened = await open();
      await opened.add(at(1, 1));
      for (const facet of facetNames)
        expect((await ask(opened, { facets: [facet] })).facets).toMatchObject([{ name: facet }]);
    });
  });
}
