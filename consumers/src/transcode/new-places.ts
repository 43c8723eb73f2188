// Where the scopes of a block are, as far as no block of this assignment said so before: readers of an organization or a folder look for the
// scopes that are there before they look for events, so it is kept before the block is. Told once per scope and place and remembered.
import type { ScopePlace } from "../ports.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import { Dictionary } from "./dictionary.ts";

/** Columns of texts, each behind its length. */
export interface PlaceColumns {
  scopes: ByteBuffer;
  organizations: ByteBuffer;
  folders: ByteBuffer;
}

const MAX_REMEMBERED = 50_000;

export class NewPlaces {
  readonly #columns: PlaceColumns;
  /** Ids of scopes, organizations and folders; the first is none. */
  readonly #ids = new Dictionary();
  /** Per number of a scope the numbers of the organization and the folder that were told last. */
  #told: (number | undefined)[] = [];

  constructor(columns: PlaceColumns) {
    this.#columns = columns;
    this.#ids.numberOfText("");
  }

  /** Of all rows that the columns have. */
  take(): ScopePlace[] {
    if (this.#ids.size > MAX_REMEMBERED) this.#forget();
    const [scopes, organizations, folders] = [
      new Texts(this.#columns.scopes, this.#ids),
      new Texts(this.#columns.organizations, this.#ids),
      new Texts(this.#columns.folders, this.#ids),
    ];
    const found: ScopePlace[] = [];
    while (!scopes.atEnd) {
      const [scope, organization, folder] = [scopes.next(), organizations.next(), folders.next()];
      if (organization === NONE && folder === NONE) continue;
      if (this.#told[2 * scope] === organization && this.#told[2 * scope + 1] === folder) continue;
      this.#told[2 * scope] = organization;
      this.#told[2 * scope + 1] = folder;
      const [scopeId, organizationId, folderId] = [scope, organization, folder].map((id) => this.#ids.textOf(id));
      found.push({ scopeId: scopeId ?? "", organizationId: organizationId ?? "", folderId: folderId ?? "" });
    }
    return found;
  }

  #forget(): void {
    this.#ids.clear();
    this.#ids.numberOfText("");
    this.#told = [];
  }
}

/** The number of the empty id. */
const NONE = 0;

/** Reads a column from its front to its end. */
class Texts {
  readonly #column: ByteBuffer;
  readonly #ids: Dictionary;
  #at = 0;

  constructor(column: ByteBuffer, ids: Dictionary) {
    this.#column = column;
    this.#ids = ids;
  }

  get atEnd(): boolean {
    return this.#at >= this.#column.end;
  }

  /** The number of the next text. */
  next(): number {
    const { bytes } = this.#column;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[this.#at++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    const start = this.#at;
    this.#at += length;
    return length === 0 ? NONE : this.#ids.numberOf(this.#column, start, length);
  }
}
