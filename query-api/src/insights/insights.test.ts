// What rows mean, kind by kind, and that one that is too slow is named. The queries run in insights.engines.test.ts.
import { DAY_MS } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { PROJECT } from "../../test/rows.ts";
import { selectionOf } from "../../test/selections.ts";
import { filterText, parseFilter } from "../filter/index.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import { insightKinds } from "./all-kinds.ts";
import { findInsights } from "./find-insights.ts";
import type { InsightKind, InsightRow } from "./insight.ts";
import { memoryInsightRows } from "./insight-rows.ts";
import { activeInitiators } from "./kinds/active-initiators.ts";
import { faultRates } from "./kinds/fault-rates.ts";
import { manualWork } from "./kinds/manual-work.ts";
import { newOrigins } from "./kinds/new-origins.ts";
import { operationDuration } from "./kinds/operation-duration.ts";
import { unusualHours } from "./kinds/unusual-hours.ts";
import { duration } from "./words.ts";

const end = Date.parse("2026-03-21T12:00:00Z");
const window = { start: end - DAY_MS, end };
const hour = (ago: number): number => end / 3_600_000 - ago;

const service = (bucket: number, entries: number, failure: number, by = "{}"): InsightRow => ({
  service: "dns",
  bucket: String(bucket),
  entries: String(entries),
  failure: String(failure),
  denied: "0",
  failure_by: by,
  denied_by: "{}",
});
const person = (usual: object, hours: object): InsightRow => ({
  id: "ada",
  usual: JSON.stringify(usual),
  hours: JSON.stringify(hours),
});

test.each<[string, InsightKind, InsightRow[], string[]]>([
  ["no rows", faultRates, [], []],
  ["few failures", faultRates, [service(hour(3), 9, 9)], []],
  ["as many failures as ever", faultRates, [service(0, 100, 20), service(hour(3), 100, 24)], []],
  ["three times almost nothing", faultRates, [service(0, 1000, 1), service(hour(3), 1000, 20)], []],
  [
    "buckets side by side, and one apart",
    faultRates,
    [
      service(0, 1000, 10),
      service(hour(9), 100, 50, '{"dns.zone.update":"50"}'),
      service(hour(8), 100, 100, '{"dns.zone.update":40,"dns.zone.delete":60}'),
      service(hour(7), 100, 1),
      service(hour(2), 20, 10, '{"dns.zone.create":"10"}'),
    ],
    [
      "75 % of what was asked of dns failed (1 % in the seven days before): 150 times, most of it dns.zone.update | service=dns AND outcome=FAILURE | 2026-03-21T03:00Z 2026-03-21T05:00Z",
      "50 % of what was asked of dns failed (1 % in the seven days before): 10 times, most of it dns.zone.create | service=dns AND outcome=FAILURE | 2026-03-21T10:00Z 2026-03-21T11:00Z",
    ],
  ],
  [
    "a value that the language cannot say",
    manualWork,
    [{ id: "x".repeat(501), name: "dns.zone.update", client: "CLI", entries: "30", resources: "30", minutes: "9" }],
    [],
  ],
  [
    "an operation",
    operationDuration,
    [
      {
        name: "ske.cluster.create",
        entries: "13",
        operations: "6",
        median: "600",
        p95: "3100.5",
        slowest: "9000",
        slowest_id: "op-5",
        slowest_entries: "2",
      },
    ],
    [
      "ske.cluster.create took 10 minutes at the median and more than 52 minutes one time in twenty (6 operations) | eventName=(ske.cluster.create OR ske.cluster.create.end) AND operationId:* | 2026-03-20T12:00Z 2026-03-21T12:00Z",
      "The slowest ske.cluster.create took 3 hours | eventName=(ske.cluster.create OR ske.cluster.create.end) AND operationId=op-5 | 2026-03-20T12:00Z 2026-03-21T12:00Z",
    ],
  ],
  [
    "nights, with the hour around the usual ones left out",
    unusualHours,
    [person({ 9: 50, 15: 50, 3: 1 }, { [hour(10)]: 3, [hour(9)]: 2, [hour(4)]: 7, [hour(2)]: 9, [hour(0) - 24]: 1 })],
    [
      "{initiator} was active on 2026-03-21 at 2:00 UTC, outside of the usual hours: 5 entries | initiator.kind=USER AND initiator.id=ada | 2026-03-21T02:00Z 2026-03-21T04:00Z",
      "{initiator} was active on 2026-03-20 at 12:00 UTC, outside of the usual hours: 1 entry | initiator.kind=USER AND initiator.id=ada | 2026-03-20T12:00Z 2026-03-20T13:00Z",
    ],
  ],
  [
    "somebody new and somebody dormant",
    activeInitiators,
    [
      { kind: "USER", id: "new", entries: "2", first: String(end - 5), last: String(end - 1), is_new: "1" },
      {
        kind: "SERVICE_ACCOUNT",
        id: "old",
        entries: "1",
        first: String(end - 40 * DAY_MS),
        last: String(end - 40 * DAY_MS),
        is_new: "0",
      },
    ],
    [
      "{initiator} was active for the first time on 2026-03-21: 2 entries since | initiator.kind=USER AND initiator.id=new | 2026-03-20T12:00Z 2026-03-21T12:00Z",
      "{initiator} did nothing since 2026-02-09, after 1 entry | initiator.kind=SERVICE_ACCOUNT AND initiator.id=old | 2026-02-09T12:00Z 2026-02-09T12:00Z",
    ],
  ],
])("%s", (_name, kind, rows, expected) => {
  const minute = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`;
  const shown = kind
    .insightsOf(rows, window)
    .map(
      ({ sentence, filter, window: period }) =>
        `${sentence} | ${filterText(filter)} | ${minute(period.start)} ${minute(period.end)}`,
    );
  expect(shown).toEqual(expected);
});

test("nothing is new in a period before which there is no history", () => {
  const whole = { start: end - 89 * DAY_MS, end };
  const fresh = { kind: "USER", id: "a", entries: "1", first: String(end - 1), last: String(end - 1), is_new: "1" };
  expect(activeInitiators.insightsOf([fresh], whole)).toEqual([]);
  const country = { field: "network.country", value: "XK", entries: "1", initiators: "1", before: "0" };
  expect(newOrigins.insightsOf([country], whole)).toEqual([]);
  expect(newOrigins.insightsOf([country], window).map(({ filter }) => filterText(filter))).toEqual([
    "network.country=XK",
  ]);
});

test("every query binds what it names, holds its bounds and none of the caller's words", async () => {
  const evil = "x' OR 1 = 1 --";
  const selection = selectionOf(await grantedScope({ type: "ORGANIZATION", id: evil }), window, { descendants: true });
  for (const kind of insightKinds) {
    const { sql, params, columns } = kind.query(selection);
    const named = new Set([...sql.matchAll(/\{(\w+):/g)].map(([, name]) => String(name)));
    expect([kind.name, [...named].toSorted()]).toEqual([kind.name, Object.keys(params).toSorted()]);
    expect(sql).not.toContain("1 = 1");
    expect(sql).toContain("visibilities = {visibilities:Array(String)}");
    expect(sql).toMatch(/LIMIT 2000\nSETTINGS max_execution_time = 3, /);
    expect(columns.length).toBeGreaterThan(2);
  }
});

test("a kind that is too slow is named, and the others are shown", async () => {
  const selection = selectionOf(await grantedScope({ type: "PROJECT", id: PROJECT }), window);
  const { signal } = new AbortController();
  const row = { id: "ben", name: "dns.zone.update", client: "CLI", entries: "30", resources: "30", minutes: "9" };
  const memory = memoryInsightRows({ "manual-work": [row] });
  const slow = new StoreUnavailable("too slow");
  const failing = (...names: string[]) => ({
    rows: async (...asked: Parameters<typeof memory.rows>) => {
      if (names.includes(asked[0])) throw slow;
      return memory.rows(...asked);
    },
  });
  const found = await findInsights(failing("new-origins"), insightKinds, selection, signal);
  expect(found.missing).toEqual([newOrigins]);
  expect(found.insights.map(({ kind, filter }) => [kind, parseFilter(filterText(filter)).ok])).toEqual([
    ["manual-work", true],
  ]);
  const all = failing(...insightKinds.map(({ name }) => name));
  await expect(findInsights(all, insightKinds, selection, signal)).rejects.toBe(slow);
});

test.each([
  [1, "1 second"],
  [119.4, "119 seconds"],
  [120, "2 minutes"],
  [7_200, "2 hours"],
])("%d seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
