// Examples in the document: the example row as each version and format shows it, so that they cannot grow old.
import { readCatalogue } from "@audit-log/schemas/catalogue-document";
import { entryOfRow } from "../entries/entry-of-row.ts";
import { exampleEmail, exampleRow } from "../entries/example-row.ts";
import { publishedEntryOfRow } from "../entries/published-entry-of-row.ts";
import { cellOf, csv, csvColumns } from "../export/formats/csv.ts";
import { ocsfEvent } from "../export/formats/ocsf.ts";
import { Digest } from "../export/manifest.ts";
import { filterText } from "../filter/index.ts";
import type { ProblemKind, ProblemStatus } from "../problem-kinds.ts";
import { problemBody, Problem, type ParameterError } from "../problem.ts";
import { groupsOf } from "../related/groups.ts";
import { exampleCursor, exampleFeedCursor } from "./example-cursors.ts";
import { exampleInsights, exampleSummary } from "./example-counts.ts";
import { streamText } from "./feed/event-stream.ts";
import { filterFields } from "./filter-fields.ts";
import { DEFAULT_LIMIT } from "./query-parameters.ts";

const AT = Date.parse("2026-03-21T08:10:16.000Z");
const settledUntil = new Date(AT).toISOString();
const entry = entryOfRow(exampleRow, exampleEmail);

const page = (item: object): object => ({ items: [item], cursor: exampleCursor, limit: DEFAULT_LIMIT });

function related(): object {
  const [group] = groupsOf(exampleRow, AT);
  if (group === undefined) throw new Error("the example row belongs to nothing");
  return {
    entry,
    groups: [
      {
        kind: group.kind,
        items: [{ ...entry, id: "019cff5a-2c41-7d02-9b13-5f6e7d8c9b0a" }],
        more: false,
        filter: filterText(group.filter),
        start: new Date(group.window.start).toISOString(),
        end: new Date(group.window.end).toISOString(),
        order: group.order,
      },
    ],
  };
}

function catalogue(): object {
  const { format, domains, events } = readCatalogue();
  const [event] = events;
  return { format, domains: domains.filter(({ name }) => name === event?.domain), events: [event] };
}

function manifestOf(line: string): object {
  const digest = new Digest();
  digest.add(Buffer.from(line));
  return { manifest: digest.manifest({ rows: 1, complete: true }) };
}

const filterError = {
  detail: "filter, column 9: expected one of SUCCESS, FAILURE, DENIED",
  parameter: "filter",
  column: 9,
};
type Told = readonly [kind: ProblemKind, message: string, errors?: readonly ParameterError[]];

const errors: Readonly<Record<ProblemStatus, Told>> = {
  400: ["invalid-filter", filterError.detail, [filterError]],
  401: ["not-authenticated", "The request could not be authorized: the bearer token has expired"],
  403: ["permission-missing", `permission audit-log.entry.get is missing on ${exampleRow.scope_id}`],
  404: ["unknown-scope", `${exampleRow.scope_id} not found.`],
  429: ["too-many-requests", "more than 600 requests in a minute"],
  503: ["unavailable", "Entries cannot be read at the moment, try again later"],
};

const problemOf = (path: string, [kind, message, found]: Told): object =>
  problemBody(new Problem(kind, message, found && { errors: found }), {
    path,
    requestId: "6f1c9e52-0b7d-4c8e-9a31-5d2e8f7a4b60",
    at: AT,
  });

const LIMIT = "limit must be a whole number of at least 1";

/** Of the document's components, by name. Whole answers have the name of their schema. */
export function exampleValues(): Readonly<Record<string, unknown>> {
  const published = {
    ...errors,
    400: ["invalid-parameter", LIMIT, [{ detail: LIMIT, parameter: "limit" }]],
  } satisfies Record<ProblemStatus, Told>;
  const ofStatuses = (name: string, path: string, all: Readonly<Record<string, Told>>) =>
    Object.fromEntries(Object.entries(all).map(([status, one]) => [`${name}${status}`, problemOf(path, one)]));
  return {
    Entry: entry,
    EntryPage: page(entry),
    ListAuditLogEntriesResponse: page(publishedEntryOfRow(exampleRow, exampleEmail)),
    RelatedEntries: related(),
    EntrySummary: exampleSummary,
    Insights: exampleInsights,
    FeedPage: { items: [entry], cursor: exampleFeedCursor, settledUntil, more: false, limit: DEFAULT_LIMIT },
    Freshness: { settledUntil, services: [{ service: "dns", domain: "network", settledUntil, secondsBehind: 0.8 }] },
    Catalogue: catalogue(),
    FilterFields: { ...filterFields(), fields: filterFields().fields.slice(0, 1) },
    ManifestLine: manifestOf(`${JSON.stringify(entry)}\n`),
    OcsfEvent: ocsfEvent(entry),
    CsvFile: `${csv.head}${Object.values(csvColumns)
      .map((valueOf) => cellOf(valueOf(entry)))
      .join(",")}\r\n`,
    ParquetFile: "PAR1 (bytes) PAR1",
    EventStream: [
      streamText({ kind: "opened" }),
      streamText({ kind: "entry", entry, id: exampleFeedCursor }),
      streamText({ kind: "settled", settledUntil: AT, id: exampleFeedCursor }),
    ].join(""),
    ...ofStatuses("Problem", `/v3/projects/${exampleRow.scope_id}/entries`, errors),
    ...ofStatuses("ErrorResponse", `/v2/projects/${exampleRow.scope_id}`, published),
  };
}

/** Answers whose schema has no name of its own. */
const byMediaType: Readonly<Record<string, readonly string[]>> = {
  "application/x-ndjson": ["Entry", "OcsfEvent", "ManifestLine"],

  "text/csv": ["CsvFile"],
  "application/vnd.apache.parquet": ["ParquetFile"],
  "text/event-stream": ["EventStream"],
};

/** Names of the examples of an answer; `schemaName`: of its schema, where it has one. */
export function exampleNames(status: string, mediaType: string, schemaName: string | undefined): readonly string[] {
  if (schemaName === undefined) return byMediaType[mediaType] ?? [];
  return [status === "200" ? schemaName : `${schemaName}${status}`];
}
