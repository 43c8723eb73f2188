// The main path of a download: authorize, take a slot, fix the period and the place to begin, ask the store, and hand the file over as it is made.
import { pipeline, Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Authority } from "../auth/authorize.ts";
import type { Principal } from "../auth/principal.ts";
import type { Emails } from "../emails/emails.ts";
import { filterText } from "../filter/index.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { Selection } from "../query/selection.ts";
import type { Window } from "../query/window.ts";
import type { ReadingOf } from "../recording/index.ts";
import { choosePeriod, keepPeriod } from "../routes/choose-period.ts";
import { letIn, type Visit } from "../routes/let-in.ts";
import { v3 } from "../routes/v3.ts";
import type { Scope } from "../scope.ts";
import { packings } from "./compression.ts";
import { parquetBody, rowsBody, type BodyOptions } from "./export-body.ts";
import type { ExportBinding, ExportCursors } from "./export-cursor.ts";
import type { AskedExport } from "./export-parameters.ts";
import type { ExportSlots } from "./export-slots.ts";
import { csv } from "./formats/csv.ts";
import { ndjson } from "./formats/ndjson.ts";
import { ocsf } from "./formats/ocsf.ts";
import { flushedOf } from "./flushed.ts";
import { FIRST_BYTES_WITHIN_MS } from "./limits.ts";
import { MANIFEST_TRAILER, type Manifest } from "./manifest.ts";
import { startedWithin } from "./started-within.ts";
import type { ExportPosition, ExportStore } from "./store/export-store.ts";

export interface ExportDependencies {
  readonly authority: Authority;
  readonly store: ExportStore;
  readonly emails: Emails;
  readonly cursors: ExportCursors;
  readonly slots: ExportSlots;
  readonly metrics: Metrics;
  readonly readingOf: ReadingOf;
  /** Milliseconds UTC. */
  readonly now: () => number;
  /** Milliseconds of a clock that is never set back. */
  readonly steady: () => number;
}

export interface ExportRequest extends Visit {
  readonly asked: AskedExport;
}

/** Of the file, that are made and not taken yet. */
const AHEAD_BYTES = 2 * 1024 * 1024;

const files = {
  ndjson: { mediaType: "application/x-ndjson", extension: "ndjson" },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", extension: "csv" },
  parquet: { mediaType: "application/vnd.apache.parquet", extension: "parquet" },
  ocsf: { mediaType: "application/x-ndjson", extension: "ocsf.ndjson" },
} as const;
const rowFormats = { ndjson, csv, ocsf } as const;

/** Throws Problem (400, 403, 404, 429), StoreUnavailable, AuthorizerUnavailable. */
export async function exportEntries(
  dependencies: ExportDependencies,
  { principal, scope, asked, reading, signal }: ExportRequest,
  reply: FastifyReply,
): Promise<Readable> {
  const { authority, store, cursors, slots, metrics, now } = dependencies;
  const { format, order, descendants } = asked;
  const question = { descendants, order, filter: filterText(asked.filter) };
  const binding = { scope, subject: principal.subject, question };

  const granted = await letIn({ authority, metrics }, { principal, scope, reading, signal }, v3.name);
  reading.downloads(granted, format, {
    apiVersion: v3.name,
    filter: question.filter,
    includesDescendants: descendants,
  });
  const { window, after } = fixStart(asked, cursors, binding, now());
  reading.shows({ rows: 0, window });
  holdSlot(slots, principal, reply);

  const selection: Selection = { scope: granted, descendants, window, filter: asked.filter };
  let manifest: Manifest | undefined;
  const options: BodyOptions = {
    emails: dependencies.emails,
    steady: dependencies.steady,
    signal,
    onProgress: (progress) => reading.shows(progress),
    cursorOf: (last) => cursors.seal(binding, { window, last }),
    flushed: asked.compression === "none" ? flushedOf(reply.raw) : undefined,
    onEnd: (whole) => {
      manifest = whole;
      metrics.entriesReturned.inc({ version: v3.name }, whole.rows);
    },
  };
  const body =
    format === "parquet"
      ? parquetBody(store.parquet(selection, signal), options)
      : rowsBody(rowFormats[format], store.rows(selection, order, after, signal), options);

  const begun = await startedWithin(body, FIRST_BYTES_WITHIN_MS, () => reply.raw.flushHeaders());
  const packing = packings[asked.compression];
  const { mediaType, extension } = files[format];
  reply
    .header("content-type", packing.mediaType ?? mediaType)
    .header("content-disposition", `attachment; filename="${fileName(scope, window)}.${extension}${packing.suffix}"`)
    .trailer(MANIFEST_TRAILER, async () => JSON.stringify(manifest));
  // Made ahead while the reader takes what there is: otherwise both wait for each other with every piece.
  const file = Readable.from(begun, { objectMode: false, highWaterMark: AHEAD_BYTES });
  const packer = packing.open();
  // A fault of either destroys both; the framework, which has the last of them, then breaks the answer off.
  return packer === undefined ? file : pipeline(file, packer, () => {});
}

function holdSlot(slots: ExportSlots, { subject }: Principal, { raw }: FastifyReply): void {
  const release = slots.take(subject);
  if (raw.closed) release();
  else raw.once("close", release);
}

/** A resumed download has the period of the first one, in its cursor or as it was given. */
function fixStart(
  { start, end, cursor, after }: AskedExport,
  cursors: ExportCursors,
  binding: ExportBinding,
  now: number,
): { window: Window; after: ExportPosition | undefined } {
  if (cursor === undefined) return { window: choosePeriod({ start, end }, v3.window, now), after };
  const found = cursors.open(binding, cursor);
  if (found === undefined) throw new Problem("invalid-cursor", "cursor is not valid");
  return { window: keepPeriod({ start, end }, found.window, v3.window), after: found.last };
}

const fileName = ({ type, id }: Scope, { start, end }: Window): string =>
  `audit-log_${type.toLowerCase()}_${id}_${compact(start)}_${compact(end)}`;

const compact = (time: number): string => new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, "");
