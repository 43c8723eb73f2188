// GET /v3/{scope}/entries/{id}: one entry, whole. An event never changes, but its initiator's e-mail may, and be erased.
import { z } from "zod";
import type { Emails } from "../emails/emails.ts";
import { entryOfRow } from "../entries/entry-of-row.ts";
import { entrySchema, type Entry } from "../entries/entry.ts";
import { Problem } from "../problem.ts";
import { initiatorOf } from "../query/entry-row.ts";
import type { EntryStore } from "../store/entry-store.ts";
import { findEntry } from "../store/find-entry.ts";
import { entryPath, entryQuery, type EntryPath } from "./entry-parameters.ts";
import { etagOf, isNamed } from "./etag.ts";
import { letIn, type Guard } from "./let-in.ts";
import type { ScopedRoute } from "./scoped-routes.ts";

export interface EntryDependencies extends Guard {
  readonly store: EntryStore;
  readonly emails: Emails;
  /** Milliseconds UTC. */
  readonly now: () => number;
}

/** The reader's own cache may keep it, and asks each time whether it may still show it: an erasure holds at once. */
const CACHE = "private, no-cache";

/** The same for an entry of another scope, one that was not granted, and one that never was. */
export const noEntry = (id: string): Problem => new Problem("unknown-entry", `entry ${id} not found.`);

export const getEntry = (
  dependencies: EntryDependencies,
): ScopedRoute<EntryPath, { readonly descendants: boolean }, Entry> => ({
  suffix: "/entries/:entryId",
  params: entryPath,
  scopeIdOf: ({ scopeId }) => scopeId,
  tag: "entries",
  operationId: (title) => `Get${title}Entry`,
  summary: (title) => `${title} - Get an entry`,
  description: (title) =>
    `One entry of the ${title}, or with include-descendants of what is below it. Carries an ETag: ask with If-None-Match.`,
  querystring: entryQuery,
  answers: "The entry.",
  body: entrySchema,
  otherAnswers: { 304: z.null().meta({ description: "It is still what If-None-Match names." }) },
  handle: async (visit, { params: { entryId }, query: { descendants } }, request, reply) => {
    const { store, emails, now } = dependencies;
    const { reading, signal } = visit;
    const scope = await letIn(dependencies, visit, "v3");
    reading.views(scope, "entry", { apiVersion: "v3", includesDescendants: descendants, entryId });
    const row = await findEntry(store, { scope, descendants }, entryId, now(), signal);
    if (row === undefined) throw noEntry(entryId);
    const emailOf = await emails.latest([initiatorOf(row)], signal);
    reading.shows({ rows: 1 });

    const body = JSON.stringify(entryOfRow(row, emailOf(initiatorOf(row))));
    const etag = etagOf(body);
    reply.headers({ "cache-control": CACHE, etag });
    if (isNamed(etag, request.headers["if-none-match"])) {
      reply.code(304);
      return "";
    }
    reply.type("application/json");
    return body;
  },
});
