// The main path: authorize, fix the page, ask the store for entries and for their initiators' e-mails, show the entries. Every list of every version goes through here.
import { authorize, type AuthorizedScope, type Authority, READ_PERMISSION } from "../auth/authorize.ts";
import type { Principal } from "../auth/principal.ts";
import type { Emails } from "../emails/emails.ts";
import type { Metrics } from "../metrics.ts";
import { Problem } from "../problem.ts";
import type { CursorBinding, Cursors } from "../query/cursor.ts";
import { filterText } from "../filter/index.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import type { Page } from "../query/page.ts";
import { positionOf } from "../query/position.ts";
import { chooseWindow, type Window, type WindowRules } from "../query/window.ts";
import type { Reading, ReadingOf } from "../recording/index.ts";
import type { Scope } from "../scope.ts";
import type { EntryStore } from "../store/entry-store.ts";
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

export interface ListRequest {
  readonly principal: Principal;
  readonly scope: Scope;
  readonly asked: AskedPage;
  readonly reading: Reading;
  readonly signal: AbortSignal;
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

  const granted = admit(await authorize(authority, principal, scope, signal), scope, metrics, reading, version.name);
  const { descendants, filter } = question;
  reading.views(granted, "list", { apiVersion: version.name, filter, includesDescendants: descendants });
  const { window, page } = fixPage(asked, version.window, cursors, binding, now());
  const selection = { scope: granted, descendants, window, filter: asked.filter };
  const { rows, more } = await store.entries(selection, page, signal);
  const emailOf = await emails.latest(rows.map(initiatorOf), signal);

  reading.shows({ rows: rows.length, window, limit: page.limit });
  metrics.entriesReturned.inc({ version: version.name }, rows.length);
  const last = rows.at(-1);
  return {
    items: rows.map((row) => version.entryOf(row, emailOf(initiatorOf(row)))),
    cursor: more && last ? cursors.seal(binding, { window, last: positionOf(last) }) : undefined,
    limit: page.limit,
  };
}

export function admit(
  answer: Awaited<ReturnType<typeof authorize>>,
  scope: Scope,
  { authRefusals }: Metrics,
  reading: Reading,
  apiVersion: string,
): AuthorizedScope {
  if (typeof answer === "object") return answer;
  reading.refused(answer, scope, apiVersion);
  authRefusals.inc({ reason: answer });
  if (answer === "unknown") throw new Problem(404, `${scope.id} not found.`);
  throw new Problem(403, `permission ${READ_PERMISSION} is missing on ${scope.id}`);
}

/** A first page chooses its window; a cursor brings the window and the place to go on, and times beside it may only repeat it. */
function fixPage(
  { start, end, limit, order, cursor }: AskedPage,
  rules: WindowRules,
  cursors: Cursors,
  binding: CursorBinding,
  now: number,
): { window: Window; page: Page } {
  if (cursor === undefined) {
    const choice = chooseWindow({ start, end }, rules, now);
    if (!choice.ok) throw new Problem(400, choice.message);
    return { window: choice.window, page: { limit, order } };
  }
  const content = cursors.open(binding, cursor);
  if (content === undefined) throw new Problem(400, "cursor is not valid");
  const { window, last } = content;
  if ((start ?? window.start) !== window.start || (end ?? window.end) !== window.end)
    throw new Problem(
      400,
      `cursor belongs to another period: leave ${rules.startName} and ${rules.endName} as they were`,
    );
  return { window, page: { limit, order, after: last } };
}
