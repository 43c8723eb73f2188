// One entry by its id: the page of those that have it.
import { equals } from "../filter/terms.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { entryWindows } from "../query/entry-windows.ts";
import type { Selection } from "../query/selection.ts";
import type { EntryStore } from "./entry-store.ts";

/** `id`: UUID text; `now`: milliseconds UTC. Undefined where the scope has no such entry or it was not granted. Throws StoreUnavailable. */
export async function findEntry(
  store: EntryStore,
  asked: Pick<Selection, "scope" | "descendants">,
  id: string,
  now: number,
  signal: AbortSignal,
): Promise<EntryRow | undefined> {
  const filter = equals("id", id);
  if (filter === undefined) return undefined;
  for (const window of entryWindows(id, now)) {
    const { rows } = await store.entries({ ...asked, window, filter }, { limit: 1, order: "newest-first" }, signal);
    if (rows[0] !== undefined) return rows[0];
  }
  return undefined;
}
