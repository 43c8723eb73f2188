// Examples in the document: the example row as each version shows it, so that they cannot grow old.
import { entryOfRow } from "../entries/entry-of-row.ts";
import { exampleEmail, exampleRow } from "../entries/example-row.ts";
import { publishedEntryOfRow } from "../entries/published-entry-of-row.ts";
import { filterText } from "../filter/index.ts";
import { groupsOf } from "../related/groups.ts";
import { filterFields } from "./filter-fields.ts";
import { DEFAULT_LIMIT } from "./query-parameters.ts";

const page = (entry: object): object[] => [{ items: [entry], cursor: "AQAAAZz_Wh06…", limit: DEFAULT_LIMIT }];

const entry = entryOfRow(exampleRow, exampleEmail);
const [correlation] = groupsOf(exampleRow, Date.parse("2026-03-22T08:10:14.422Z"));
const related = correlation && {
  entry,
  groups: [
    {
      kind: correlation.kind,
      items: [{ ...entry, id: "019cff5a-2c41-7d02-9b13-5f6e7d8c9b0a" }],
      more: false,
      filter: filterText(correlation.filter),
      start: new Date(correlation.window.start).toISOString(),
      end: new Date(correlation.window.end).toISOString(),
      order: correlation.order,
    },
  ],
};

const summary = {
  total: 3,
  start: "2026-03-21T07:30:00.000Z",
  end: "2026-03-21T09:00:00.000Z",
  interval: "1h",
  histogram: [
    { start: "2026-03-21T07:00:00.000Z", total: 0, outcomes: {} },
    { start: "2026-03-21T08:00:00.000Z", total: 3, outcomes: { SUCCESS: 2, DENIED: 1 } },
  ],
  facets: [
    {
      name: "network.country",
      values: [{ value: "DE", count: 2, filter: "network.country=DE" }],
      others: 0,
      absent: 1,
    },
  ],
};

const insights = {
  start: "2026-03-14T12:00:00.000Z",
  end: "2026-03-21T12:00:00.000Z",
  insights: [
    {
      kind: "manual-work",
      sentence:
        "ada@example.com recorded dns.record-set.create 120 times on 96 resources by hand (PORTAL), in about 54 minutes: automate this",
      initiator: { kind: "USER", id: "77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7", email: "ada@example.com" },
      figures: {
        entries: 120,
        eventName: "dns.record-set.create",
        clientKind: "PORTAL",
        resources: 96,
        estimatedSeconds: 3240,
      },
      filter:
        "initiator.id=77a1c5d0-2b3e-4f60-8a71-92b3c4d5e6f7 AND eventName=dns.record-set.create AND clientKind=PORTAL",
      start: "2026-03-14T12:00:00.000Z",
      end: "2026-03-21T12:00:00.000Z",
    },
  ],
  missing: [],
};

const examples = new Map<string, object[]>([
  ["Entry", [entry]],
  ["Insights", [insights]],
  ["EntrySummary", [summary]],
  ["RelatedEntries", related ? [related] : []],
  ["FilterFields", [{ ...filterFields(), fields: filterFields().fields.slice(0, 1) }]],
  ["EntryPage", page(entry)],
  [
    "FeedPage",
    [
      {
        items: [entry],
        cursor: "AgAAAZz_Wh06…",
        settledUntil: "2026-03-21T08:10:16.000Z",
        more: false,
        limit: DEFAULT_LIMIT,
      },
    ],
  ],
  [
    "Freshness",
    [
      {
        settledUntil: "2026-03-21T08:10:16.000Z",
        services: [{ service: "dns", domain: "network", settledUntil: "2026-03-21T08:10:16.000Z", secondsBehind: 0.8 }],
      },
    ],
  ],
  ["ListAuditLogEntriesResponse", page(publishedEntryOfRow(exampleRow, exampleEmail))],
]);

/** Nothing for a schema without an example of its own. */
export function exampleOf(schemaName: string): { examples?: object[] } {
  const found = examples.get(schemaName);
  return found === undefined ? {} : { examples: found };
}
