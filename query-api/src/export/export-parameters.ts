// Query parameters of a download.
import { z } from "zod";
import { MAX_NAME_LENGTH } from "@audit-log/schemas";
import {
  ALL,
  descendantsParameter,
  filterParameter,
  orderParameter,
  timeParameter,
} from "../routes/query-parameters.ts";
import { exampleExportCursor } from "../routes/example-cursors.ts";
import { compressions } from "./compression.ts";
import type { ExportPosition } from "./store/export-store.ts";

export const exportFormats = ["ndjson", "csv", "parquet", "ocsf"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const uuid = z.guid();

const afterParameter = z
  .unknown()
  .transform((value, context): ExportPosition => {
    const [, time = "", id = "", scopeId = ""] =
      /^([^,]+),([^,]+),(.+)$/s.exec(typeof value === "string" ? value : "") ?? [];
    const eventTime = Date.parse(time);
    if (!Number.isNaN(eventTime) && uuid.safeParse(id).success && scopeId.length <= MAX_NAME_LENGTH)
      return { eventTime, id: id.toLowerCase(), scopeId };
    context.addIssue("after must be eventTimeStamp, id and scope.id of the last whole line, with commas between");
    return z.NEVER;
  })
  .optional()
  .meta({
    type: "string",
    description:
      "Where a download that was broken off goes on: `eventTimeStamp,id,scope.id` of the last line that arrived whole. start, end and all else must be what they were, and be given.",
    examples: ["2026-03-21T08:10:14.422Z,019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80,8e2b7a55-3c1f-4d57-9a39-2f0d1f6c7a10"],
  });

/** Strict: a misspelt parameter must not quietly widen what an auditor believes to have asked. */
export const exportParameters = z
  .strictObject({
    format: z
      .enum(exportFormats, { error: "format must be ndjson, csv, parquet or ocsf" })
      .optional()
      .meta({ default: "ndjson", description: "Of the file: see above.", examples: ["csv"] }),
    compression: z
      .enum(compressions, { error: "compression must be none, gzip or zstd" })
      .optional()
      .meta({ default: "none", description: "Of the file. Parquet is compressed in itself.", examples: ["zstd"] }),
    start: timeParameter("start", "First event time that belongs to the period. Defaults to 24 hours before the end."),
    end: timeParameter("end", "First event time after the period. Defaults to now."),
    filter: filterParameter,
    order: orderParameter.meta({
      default: "oldest-first",
      description: "By event time; with include-descendants by week (from Monday, UTC), scope and event time.",
      examples: ["newest-first"],
    }),
    "include-descendants": descendantsParameter,
    cursor: z
      .string("cursor must be given once")
      .optional()
      .meta({
        description: "That of a manifest: the download goes on behind its last entry.",
        examples: [exampleExportCursor],
      }),
    after: afterParameter,
  })
  .superRefine(({ format, compression = "none", cursor, after, start, end }, context) => {
    if (format === "parquet" && compression !== "none")
      context.addIssue("compression must be none: Parquet is compressed in itself");
    if (format === "parquet" && (cursor ?? after) !== undefined)
      context.addIssue("a Parquet file cannot be resumed: ask for a shorter period");
    if (cursor !== undefined && after !== undefined) context.addIssue("cursor and after exclude each other");
    if (after !== undefined && (start === undefined || end === undefined))
      context.addIssue("after needs start and end, as they were");
  })
  .transform(
    ({
      format = "ndjson",
      compression = "none",
      filter = ALL,
      order = "oldest-first",
      "include-descendants": descendants,
      ...asked
    }) => ({ ...asked, format, compression, filter, order, descendants: descendants === "true" }),
  );

export type AskedExport = z.output<typeof exportParameters>;
