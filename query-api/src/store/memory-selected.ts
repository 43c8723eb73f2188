// What a selection means, once more and slowly: for the store in memory.
import type { EmailOf } from "../emails/emails.ts";
import { filterToPredicate } from "../filter/index.ts";
import type { Hierarchy } from "../hierarchy/hierarchy.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { positionOf } from "../query/position.ts";
import type { Selection } from "../query/selection.ts";
import { scopeTypes, type Scope } from "../scope.ts";

type Above = Pick<Hierarchy, "above">;

export async function selected(
  rows: readonly EntryRow[],
  { scope, descendants, window, filter }: Selection,
  emailOf: EmailOf,
  hierarchy: Above,
): Promise<EntryRow[]> {
  const asked = filterToPredicate(filter);
  const belongs = await Promise.all(rows.map((row) => belongsTo(row, scope, descendants, hierarchy)));
  return rows.filter((row, index) => {
    const { eventTime } = positionOf(row);
    return (
      belongs[index] &&
      scope.visibilities.some((visibility) => visibility === row.visibility) &&
      eventTime >= window.start &&
      eventTime < window.end &&
      asked(row, emailOf)
    );
  });
}

async function belongsTo(row: EntryRow, scope: Scope, descendants: boolean, hierarchy: Above): Promise<boolean> {
  const own = row.scope_id === scope.id && row.scope_type === scope.type;
  if (!descendants || scope.type === "PROJECT") return own;
  const { signal } = new AbortController();
  const isThis = ({ type, id }: Scope): boolean => type === scope.type && id === scope.id;
  // Where it lay is known, or else it lies where its scope lies now.
  if (scope.type === "ORGANIZATION" && row.organization_id !== "") return row.organization_id === scope.id;
  if (scope.type === "FOLDER" && row.folder_id !== "") {
    const folder: Scope = { type: "FOLDER", id: row.folder_id };
    return isThis(folder) || (await hierarchy.above(folder, signal)).some(isThis);
  }
  if (row.organization_id !== "") return own;
  const type = scopeTypes.find((one) => one === row.scope_type);
  return own || (type !== undefined && (await hierarchy.above({ type, id: row.scope_id }, signal)).some(isThis));
}
