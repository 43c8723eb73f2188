// Examples in the document: the example row as each version shows it, so that they cannot grow old.
import { entryOfRow } from "../entries/entry-of-row.ts";
import { exampleEmail, exampleRow } from "../entries/example-row.ts";
import { publishedEntryOfRow } from "../entries/published-entry-of-row.ts";
import { DEFAULT_LIMIT } from "./query-parameters.ts";

const page = (entry: object): object[] => [{ items: [entry], cursor: "AQAAAZz_Wh06…", limit: DEFAULT_LIMIT }];

const examples = new Map<string, object[]>([
  ["EntryPage", page(entryOfRow(exampleRow, exampleEmail))],
  [
    "FeedPage",
    [
      {
        items: [entryOfRow(exampleRow, exampleEmail)],
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
