// The entries of each group: the first page of its list.
import type { EntryRow } from "../query/entry-row.ts";
import type { Selection } from "../query/selection.ts";
import type { EntryStore, StoredPage } from "../store/entry-store.ts";
import { groupsOf, type Group } from "./groups.ts";

export type FoundGroup = Group & StoredPage;

/** Groups without entries are left out. `limit`: entries of each; `now`: milliseconds UTC. Throws StoreUnavailable. */
export async function readGroups(
  store: EntryStore,
  asked: Pick<Selection, "scope" | "descendants">,
  row: EntryRow,
  { limit, now }: { limit: number; now: number },
  signal: AbortSignal,
): Promise<FoundGroup[]> {
  const found = await Promise.all(
    groupsOf(row, now).map(async (group) => {
      const { filter, window, order } = group;
      return { ...group, ...(await store.entries({ ...asked, filter, window }, { limit, order }, signal)) };
    }),
  );
  return found.filter(({ rows }) => rows.length > 0);
}
