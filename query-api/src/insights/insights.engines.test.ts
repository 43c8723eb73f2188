// Every kind of insight on the real engine: it finds what a story has, and its link lists as many entries as it counts.
import { DAY_MS } from "@audit-log/schemas";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../test/rows.ts";
import { selectionOf } from "../../test/selections.ts";
import type { EntryRow } from "../query/entry-row.ts";
import type { Selection } from "../query/selection.ts";
import { insightKinds } from "./all-kinds.ts";
import { findInsights } from "./find-insights.ts";
import type { Insight } from "./insight.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Noon of yesterday, so that the hours of the day are known. */
const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2;
const window = { start: noon - 7 * DAY_MS, end: noon };
const { signal } = new AbortController();

let clickhouse: ClickHouseUnderTest;
let selection: Selection;
let insights: readonly Insight[];
let made = 0;

const at = (age: number, rest: Partial<EntryRow>): EntryRow => {
  made += 1;
  const plain = { initiator_kind: "USER", initiator_id: "ada", operation_id: "", client_kind: "SDK", resource_id: "r" };
  return rowAt(noon - age, idOf(made), { ...plain, ...rest });
};
const times = (number: number, make: (index: number) => EntryRow): EntryRow[] =>
  Array.from({ length: number }, (_none, index) => make(index));

beforeAll(async () => {
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), "audit_test_query_insights");
  const cluster = (name: string, number: number) => ({
    event_name: `ske.cluster.${name}`,
    operation_id: `op-${number}`,
  });
  const story = [
    // Ada works at noon, for weeks.
    ...times(60, (index) => at(8 * DAY_MS + (index % 20) * DAY_MS + 30 * MINUTE, {})),
    // … and once at night.
    ...times(4, (index) => at(DAY_MS + 9 * HOUR + index * MINUTE, {})),
    // Clusters take ten minutes, one an hour; one is not finished.
    ...times(6, (index) => at(2 * DAY_MS + index * HOUR, cluster("create", index))),
    ...times(5, (index) => at(2 * DAY_MS + index * HOUR - 10 * MINUTE, cluster("create.end", index))),
    at(2 * DAY_MS + 5 * HOUR - 60 * MINUTE, { ...cluster("create.end", 5) }),
    at(3 * DAY_MS, cluster("create", 9)),
    // DNS fails for two hours.
    ...times(30, (index) =>
      at(4 * DAY_MS + MINUTE + index * 3 * MINUTE, {
        event_source: "dns",
        event_name: "dns.zone.update",
        outcome: "FAILURE",
      }),
    ),
    ...times(40, (index) => at(9 * DAY_MS + index * MINUTE, { event_source: "dns" })),
    // Ben clicks.
    ...times(25, (index) =>
      at(5 * DAY_MS + index * 2 * MINUTE, {
        initiator_id: "ben",
        client_kind: "PORTAL",
        event_name: "dns.record-set.create",
        resource_id: `record-${index}`,
      }),
    ),
    // Eve was here long ago, Mallory is new and comes from elsewhere.
    ...times(3, (index) => at(50 * DAY_MS + index * HOUR, { initiator_id: "eve" })),
    ...times(2, (index) =>
      at(6 * DAY_MS + index * HOUR, { initiator_id: "mallory", country: "XK", network_operator: "AS1" }),
    ),
  ];
  await clickhouse.add(...story);
  // A replay: nothing is counted twice.
  await clickhouse.add(...story.slice(0, 150));
  selection = selectionOf(await grantedScope({ type: "PROJECT", id: PROJECT }), window);
  const found = await findInsights(clickhouse.store.insightRows, insightKinds, selection, signal);
  expect(found.missing).toEqual([]);
  insights = found.insights;
});
afterAll(() => clickhouse[Symbol.asyncDispose]());

const of = (kind: string): Insight[] => insights.filter((insight) => insight.kind === kind);

test("the link of each lists as many entries as it counts", async () => {
  expect(insights.length).toBeGreaterThan(10);
  for (const { kind, sentence, filter, window: period, figures } of insights) {
    const asked = { ...selection, filter, window: period };
    const { rows } = await clickhouse.store.entries(asked, { limit: 1000, order: "newest-first" }, signal);
    expect([kind, sentence, rows.length]).toEqual([kind, sentence, figures.entries]);
  }
});

test("how long operations take, and the slowest", () => {
  expect(of("operation-duration")).toMatchObject([
    {
      figures: {
        entries: 13,
        operation: "ske.cluster.create",
        operations: 6,
        medianSeconds: 600,
        slowestSeconds: 3600,
      },
    },
  ]);
  expect(of("slowest-operation")).toMatchObject([{ figures: { entries: 2, operationId: "op-5", seconds: 3600 } }]);
});

test("when a service failed more than before, and where most of it was", () => {
  expect(of("error-rate")).toMatchObject([
    {
      figures: {
        entries: 30,
        service: "dns",
        rate: 1,
        baselineRate: 0,
        topContributor: "dns.zone.update",
        topContributorEntries: 30,
      },
    },
  ]);
  // One bucket of two hours: what a week is cut into.
  const whole = noon - 4 * DAY_MS;
  expect(of("error-rate")[0]?.window).toEqual({ start: whole - 2 * HOUR, end: whole });
});

test("what a person did by hand again and again", () => {
  expect(of("manual-work")).toMatchObject([
    { initiator: { kind: "USER", id: "ben" }, figures: { entries: 25, resources: 25, estimatedSeconds: 25 * 60 } },
  ]);
});

test("who is new, and who was away for long", () => {
  expect(of("new-initiator").map(({ initiator }) => initiator?.id)).toEqual(["ben", "mallory"]);
  expect(of("dormant-initiator").map(({ initiator, figures }) => [initiator?.id, figures.entries])).toEqual([
    ["eve", 3],
  ]);
});

test("from where nothing came before", () => {
  expect(of("new-country")).toMatchObject([{ figures: { entries: 2, country: "XK", initiators: 1 } }]);
  expect(of("new-network")).toMatchObject([{ figures: { entries: 2, operator: "AS1" } }]);
});

test("what somebody did at night", () => {
  const nights = of("unusual-hours").map(({ initiator, figures, window: { start } }) => [
    initiator?.id,
    figures.entries,
    start,
  ]);
  expect(nights).toContainEqual(["ada", 4, noon - DAY_MS - 10 * HOUR]);
});

test("who changed what most", () => {
  expect(of("most-changes")[0]).toMatchObject({
    initiator: { id: "ben" },
    figures: { entries: 25, resourceType: "project", resources: 25 },
  });
});
