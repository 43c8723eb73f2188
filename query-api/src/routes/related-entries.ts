// GET /v3/{scope}/entries/{id}/related: the entry and what belongs to it, in groups that each say which list shows them in full.
import { z } from "zod";
import { entryOfRow } from "../entries/entry-of-row.ts";
import { relatedSchema, type RelatedEntries } from "../entries/related.ts";
import { filterText } from "../filter/index.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import { readGroups } from "../related/read-groups.ts";
import { findEntry } from "../store/find-entry.ts";
import { entryPath, type EntryPath } from "./entry-parameters.ts";
import { noEntry, type EntryDependencies } from "./get-entry.ts";
import { letIn } from "./let-in.ts";
import { descendantsParameter, limitParameter } from "./query-parameters.ts";
import type { ScopedRoute } from "./scoped-routes.ts";

/** Entries of each group. */
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 50;

interface Asked {
  readonly descendants: boolean;
  readonly limit: number;
}

const querystring: z.ZodType<Asked> = z
  .strictObject({
    limit: limitParameter(MAX_LIMIT, DEFAULT_LIMIT),
    "include-descendants": descendantsParameter,
  })
  .transform(({ limit = DEFAULT_LIMIT, "include-descendants": descendants }) => ({
    limit,
    descendants: descendants === "true",
  }));

export const relatedEntries = (dependencies: EntryDependencies): ScopedRoute<EntryPath, Asked, RelatedEntries> => ({
  suffix: "/entries/:entryId/related",
  params: entryPath,
  scopeIdOf: ({ scopeId }) => scopeId,
  tag: "entries",
  operationId: (title) => `List${title}RelatedEntries`,
  summary: (title) => `${title} - List what belongs to an entry`,
  description: (title) =>
    `Entries of the ${title} that belong to one: of the same request, operation, resource and session. ` +
    "limit counts for each group; a group's filter, start, end and order list it in full.",
  querystring,
  answers: "The entry, and the groups that it belongs to.",
  body: relatedSchema,
  handle: async (visit, { params: { entryId }, query: { descendants, limit } }) => {
    const { store, emails } = dependencies;
    const { reading, signal } = visit;
    const now = dependencies.now();
    const scope = await letIn(dependencies, visit, "v3");
    reading.searches(scope, "related", {
      apiVersion: "v3",
      includesDescendants: descendants,
      filter: `id=${entryId}`,
    });
    const row = await findEntry(store, { scope, descendants }, entryId, now, signal);
    if (row === undefined) throw noEntry(entryId);
    const groups = await readGroups(store, { scope, descendants }, row, { limit, now }, signal);
    const rows = [row, ...groups.flatMap((group) => group.rows)];
    const emailOf = await emails.latest(rows.map(initiatorOf), signal);
    reading.shows({ rows: rows.length, limit });

    const shown = (one: EntryRow) => entryOfRow(one, emailOf(initiatorOf(one)));
    return {
      entry: shown(row),
      groups: groups.map(({ kind, filter, window, order, rows: items, next }) => ({
        kind,
        items: items.map(shown),
        more: next !== undefined,
        filter: filterText(filter),
        start: new Date(window.start).toISOString(),
        end: new Date(window.end).toISOString(),
        order,
      })),
    };
  },
});
