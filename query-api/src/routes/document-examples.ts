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

const examples = new Map<string, object[]>([
  ["Entry", [entry]],
  ["RelatedEntries", related ? [related] : []],
  ["FilterFields", [{ ...filterFields(), fields: filterFields().fields.slice(0, 1) }]],
  ["EntryPage", page(entry)],
  ["ListAuditLogEntriesResponse", page(publishedEntryOfRow(exampleRow, exampleEmail))],
]);

/** Nothing for a schema without an example of its own. */
export function exampleOf(schemaName: string): { examples?: object[] } {
  const found = examples.get(schemaName);
  return found === undefined ? {} : { examples: found };
}
