// Scope and context of a row: five columns beside each other on the wire, the same in very many rows.
import { placeOf } from "../wire/columns.ts";
import type { RowReader } from "../wire/row-reader.ts";
import { valueAt } from "../wire/wire-values.ts";
import { Piece } from "./byte-writer.ts";
import { BytesCache } from "./bytes-cache.ts";

const FIRST = placeOf("scope_type");
const LAST = placeOf("project_id");

export class ScopeParts {
  readonly #known = new BytesCache<Piece>();

  /** From the quote that ends the sentence to the comma before the initiator. */
  of(row: RowReader): Piece {
    const { bytes, ends } = row;
    const from = ends[FIRST - 1] ?? 0;
    const until = ends[LAST] ?? 0;
    const known = this.#known.find(bytes, from, until);
    if (known !== undefined) return known;
    const piece = new Piece(partsOf(row));
    this.#known.put(bytes, from, until, piece);
    return piece;
  }
}

function partsOf(row: RowReader): string {
  const [type, id, organizationId, folderId, projectId] = Array.from({ length: LAST - FIRST + 1 }, (_none, index) =>
    valueAt(row, FIRST + index),
  ).map((text) => (text === "" ? undefined : text));
  const scope = JSON.stringify({ type: type ?? "", id: id ?? "" });
  const context = JSON.stringify({ organizationId, folderId, projectId });
  return `","scope":${scope}${context === "{}" ? "" : `,"context":${context}`}`;
}
