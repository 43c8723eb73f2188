// The main path: authorize, fix the page, ask the store for entries and for their initiators' e-mails, show the entries. Every list of every version goes through here.
import type { Authority } from "../auth/authorize.ts";
import type { Emails } from "../emails/emails.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { CursorBinding, Cursors } from "../query/cursor.ts";
import { filterText } from "../filter/index.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import type { Page } from "../query/page.ts";
import type { Window, WindowRules } from "../query/window.ts";
import type { ReadingOf } from "../recording/index.ts";
import type { EntryStore } from "../store/entry-store.ts";
import { letIn, type Visit } from "./let-in.ts";
import { choosePeriod, keepPeriod } from "./choose-period.ts";
import type { AskedPage } from "./query-parameters.ts";

export interface ListDependencies {
  authority: Authority;
  store: EntryStore;
  emails: Emails;
  cursors: Cursors;
  metrics: Metrics;
  readingOf: ReadingOf;
  /** Milliseconds UTC. */
  now: () => number;
}

/** How the versions differ. */
export interface ListVersion<E> {
  readonly name: "v2" | "v3";
  readonly window: WindowRules;
  readonly entryOf: (row: EntryRow, initiatorEmail: string | undefined) => E;
}

export interface ListRequest extends Visit {
  readonly asked: AskedPage;
}

export interface EntryList<E> {
  readonly items: readonly E[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Throws Problem (400, 403, 404), StoreUnavailable, AuthorizerUnavailable. */
export async function listEntries<E>(
  dependencies: ListDependencies,
  version: ListVersion<E>,
  { principal, scope, asked, reading, signal }: ListRequest,
): Promise<EntryList<E>> {
  const { authority, store, emails, cursors, metrics, now } = dependencies;
  const question = { descendants: asked.descendants, order: asked.order, filter: filterText(asked.filter) };
  const binding = { version: version.name, scope, subject: principal.subject, question };

  const granted = await letIn({ authority, metrics }, { principal, scope, reading, signal }, version.name);
  const { descendants, filter } = question;
  reading.views(granted, "list", { apiVersion: version.name, filter, includesDescendants: descendants });
  const { window, page } = fixPage(asked, version.window, cursors, binding, now());
  const selection = { scope: granted, descendants, window, filter: asked.filter };
  const { rows, next } = await store.entries(selection, page, signal);
  const emailOf = await emails.latest(rows.map(initiatorOf), signal);

  reading.shows({ rows: rows.length, window, limit: page.limit });
  metrics.entriesReturned.inc({ version: version.name }, rows.length);
  return {
    items: rows.map((row) => version.entryOf(row, emailOf(initiatorOf(row)))),
    cursor: next && cursors.seal(binding, { window, last: next }),
    limit: page.limit,
  };
}

/** A first page chooses its window; a cursor brings the window and the place to go on, and times beside it may only repeat it. */
function fixPage(
  { start, end, limit, order, cursor }: AskedPage,
  rules: WindowRules,
  cursors: Cursors,
  binding: CursorBinding,
  now: number,
): { window: Window; page: Page } {
  if (cursor === undefined) return { window: choosePeriod({ start, end }, rules, now), page: { limit, order } };
  const content = cursors.open(binding, cursor);
  if (content === undefined) throw new Problem("invalid-cursor", "cursor is not valid");
  const { window, last } = content;
  return { window: keepPeriod({ start, end }, window, rules), page: { limit, order, after: last } };
}
