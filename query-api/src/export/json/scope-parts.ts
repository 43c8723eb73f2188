// Scope and context of a row: three columns beside each other on the wire and two parts of the entry, the same in very many rows.
import { placeOf } from "../../wire/columns.ts";
import type { RowReader } from "../../wire/row-reader.ts";
import { valueAt } from "../../wire/wire-values.ts";
import { Piece } from "./byte-writer.ts";
import { BytesCache } from "./bytes-cache.ts";

const [TYPE, PROJECT] = [placeOf("scope_type"), placeOf("project_id")];
const [ID, ORGANIZATION, FOLDER] = [placeOf("scope_id"), placeOf("organization_id"), placeOf("folder_id")];

export class ScopeParts {
  readonly #known = new BytesCache<Piece>();

  /** From the quote that ends the sentence to the comma before the initiator. */
  of(row: RowReader): Piece {
    const { bytes, starts, ends } = row;
    // With the length of the first, so that no two rows have the same bytes and other values.
    const [start, end] = [ends[ID - 1] ?? 0, ends[FOLDER] ?? 0];
    const [from, until] = [starts[TYPE] ?? 0, ends[PROJECT] ?? 0];
    const known = this.#known.find(bytes, start, end, from, until);
    if (known !== undefined) return known;
    const piece = new Piece(partsOf(row));
    this.#known.put(bytes, start, end, from, until, piece);
    return piece;
  }
}

function partsOf(row: RowReader): string {
  const [type, id, organizationId, folderId, projectId] = [TYPE, ID, ORGANIZATION, FOLDER, PROJECT]
    .map((place) => valueAt(row, place))
    .map((text) => (text === "" ? undefined : text));
  const scope = JSON.stringify({ type: type ?? "", id: id ?? "" });
  const context = JSON.stringify({ organizationId, folderId, projectId });
  return `","scope":${scope}${context === "{}" ? "" : `,"context":${context}`}`;
}
