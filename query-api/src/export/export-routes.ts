// Registers the download per scope type: the path, the parameters and what the document says.
import type { FastifyInstance, preValidationAsyncHookHandler } from "fastify";
import { z } from "zod";
import { RETENTION_DAYS } from "@audit-log/schemas";
import { principalOf } from "../auth/request-principal.ts";
import { entrySchema } from "../entries/entry.ts";
import { problems } from "../problem.ts";
import type { Tag } from "../routes/tags.ts";
import { scopePaths } from "../scope.ts";
import { exportEntries, type ExportDependencies } from "./export-entries.ts";
import { exportParameters, type AskedExport } from "./export-parameters.ts";
import { EXPORT_SECONDS } from "./limits.ts";
import { MANIFEST_TRAILER, manifestSchema } from "./manifest.ts";

/** Longer than a query may run, so that the store's own words are heard. */
const HANDLER_TIMEOUT_MS = (EXPORT_SECONDS + 60) * 1000;

const ocsfSchema = z
  .looseObject({
    class_uid: z.int().meta({ description: "6003: API Activity" }),
    activity_id: z.int(),
    type_uid: z.int(),
    severity_id: z.int(),
    time: z.int().meta({ description: "Milliseconds since 1970, UTC" }),
    metadata: z.looseObject({ version: z.string(), uid: z.string().meta({ description: "The entry's id" }) }),
  })
  .meta({ id: "OcsfEvent", description: "An event of OCSF 1.4; all its members: the README of query-api/src/export" });

const lineSchema = z.union([entrySchema, ocsfSchema, z.object({ manifest: manifestSchema })]).meta({
  description: "A line: an entry, as a list shows it, or with format=ocsf its event; the last line is the manifest",
});

const about = (
  title: string,
): string => `The entries of the ${title}'s events as a file, filtered as a list is, each once. The period may span all of the last ${RETENTION_DAYS} days.

- \`ndjson\`: one entry per line, the same bytes as in a list; the last line is the manifest, \`{"manifest": {…}}\`.
- \`ocsf\`: OCSF 1.4, one event of the class API Activity (6003) per line; the last line is the manifest.
- \`csv\`: RFC 4180, UTF-8 with a byte order mark, a header row. A text that a spreadsheet would take for a formula has a ' before it.
- \`parquet\`: the stored columns, with the initiators' latest e-mails; in no particular order.

**Order.** One scope: by event time. With include-descendants: week by week (from Monday, UTC), in each scope by scope, in each by event time.

**Whole or broken.** A file is whole where the answer ended regularly; the manifest is also the trailer \`${MANIFEST_TRAILER}\`. Whatever cannot be finished is broken off: the connection ends without the
last chunk, which every client reports. Where lines are possible a manifest with \`complete: false\` and a cursor comes before that. To go on: \`cursor\`, or \`after\` with the last line that arrived whole.

At most ${EXPORT_SECONDS / 60} minutes; few at a time (429).`;

export function registerExports(
  app: FastifyInstance,
  authenticate: preValidationAsyncHookHandler,
  dependencies: ExportDependencies,
): void {
  for (const { type, title, path, params } of scopePaths) {
    app.route<{ Params: string; Querystring: AskedExport }>({
      method: "GET",
      url: `/v3/${path}/entries/export`,
      handlerTimeout: HANDLER_TIMEOUT_MS,
      schema: {
        operationId: `Export${title}Entries`,
        summary: `${title} - Download entries`,
        description: about(title.toLowerCase()),
        tags: ["download" satisfies Tag],
        security: [{ bearer: [] }],
        params,
        querystring: exportParameters,
        response: {
          200: {
            description: "The file, made while it is sent.",
            content: {
              "application/x-ndjson": { schema: lineSchema },
              "text/csv": { schema: z.string() },
              "application/vnd.apache.parquet": { schema: z.string() },
            },
          },
          ...problems(400, 401, 403, 404, 429, 503),
        },
      },
      // Before the parameters are looked at: who is not known is told nothing about them.
      preValidation: authenticate,
      handler: (request, reply) =>
        exportEntries(
          dependencies,
          {
            principal: principalOf(request),
            scope: { type, id: request.params },
            asked: request.query,
            reading: dependencies.readingOf(request, reply),
            signal: request.signal,
          },
          reply,
        ),
    });
  }
}
