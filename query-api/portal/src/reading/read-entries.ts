// Reads one page of entries from /v3. A failure is a value; only the caller's own abort is thrown.
import type { Question, Which } from "../view/question.ts";
import type { Scope } from "../view/scope.ts";
import type { EntryPage } from "./entry.ts";
import { apiUrl, asReader } from "./api.ts";
import { failureOf, type Failure } from "./failure.ts";

/** A first page asks for a window; the cursor of a page brings the window with it. */
export type Asked = Question | (Which & { readonly cursor: string });

export type Reading = { ok: true; page: EntryPage } | { ok: false; failure: Failure };

export type ReadEntries = (scope: Scope, asked: Asked, limit: number, signal: AbortSignal) => Promise<Reading>;

/** Longer than the service itself would take before it gives up. */
const PATIENCE_MS = 30_000;

/** `page`: address of the portal's page; the API lies beside its folder. */
export function createReadEntries(token: string, page: string, request: typeof fetch): ReadEntries {
  return async (scope, asked, limit, signal) => {
    try {
      const response = await request(entriesUrl(page, scope, asked, limit), {
        ...asReader(token),
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      if (response.ok) return { ok: true, page: (await response.json()) as EntryPage };
      return { ok: false, failure: failureOf(response.status, await response.json().catch(() => undefined)) };
    } catch (fault) {
      if (signal.aborted) throw fault;
      return { ok: false, failure: { kind: "network" } };
    }
  };
}

export const entriesUrl = (page: string, scope: Scope, asked: Asked, limit: number): URL =>
  apiUrl(page, scope, "entries", { ...asked, limit: String(limit) });
