// The columns organization_id and folder_id: as the producer says, else as the hierarchy knows of the scope. Asked once per different scope,
// and again when the hierarchy has changed.
import type { Enricher } from "../ports.ts";
import { type ByteBuffer, Piece } from "./byte-buffer.ts";
import type { PlainColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";

const SCOPES = placeOf("scope.id");
const SCOPE_TYPES = placeOf("scope.type");
const ORGANIZATIONS = placeOf("context.organizationId");
const FOLDERS = placeOf("context.folderId");
const MAX_SCOPES = 20_000;
const NOTHING = new Piece("");

interface Place {
  organization: Piece;
  folder: Piece;
}

export class FoundPlaces {
  readonly #organizations: ByteBuffer;
  readonly #folders: ByteBuffer;
  readonly #enricher: Enricher;
  readonly #types: readonly string[];
  readonly #scopes = new Dictionary();
  /** By scope and type. */
  #places: (Place | undefined)[] = [];
  #version = -1;

  /** `types`: the symbols of scope.type. */
  constructor(organizations: PlainColumn, folders: PlainColumn, types: readonly string[], enricher: Enricher) {
    this.#organizations = organizations.data;
    this.#folders = folders.data;
    this.#types = types;
    this.#enricher = enricher;
  }

  /** Returns what was written: the organizations, the folders. */
  append(source: Cursor, table: EventTable): [Buffer, Buffer] {
    const [organizations, folders] = [this.#organizations, this.#folders];
    const before = [organizations.end, folders.end] as const;
    if (this.#version !== this.#enricher.version || this.#scopes.size > MAX_SCOPES) this.#forget();
    for (let row = 0; row < table.rows; row++) this.#appendRow(source, table.cells, row);
    return [organizations.bytes.subarray(before[0], organizations.end), folders.bytes.subarray(before[1], folders.end)];
  }

  #appendRow(source: Cursor, cells: Int32Array, row: number): void {
    const [organizations, folders] = [this.#organizations, this.#folders];
    const organization = cells[ORGANIZATIONS + ROWS + row] ?? 0;
    const folder = cells[FOLDERS + ROWS + row] ?? 0;
    if (organization > 0) organizations.textFrom(source, cells[ORGANIZATIONS + row] ?? 0, organization);
    if (folder > 0) folders.textFrom(source, cells[FOLDERS + row] ?? 0, folder);
    if (organization > 0 && folder > 0) return;
    const known = this.#placeOf(source, cells, row);
    if (organization === 0) organizations.textOf(known.organization);
    if (folder > 0) return;
    // The folder of another organization than the one that the producer names would be a contradiction.
    const fits =
      organization === 0 || known.organization.equals(source.bytes, cells[ORGANIZATIONS + row] ?? 0, organization);
    folders.textOf(fits ? known.folder : NOTHING);
  }

  #placeOf(source: Cursor, cells: Int32Array, row: number): Place {
    const start = cells[SCOPES + row] ?? 0;
    const length = cells[SCOPES + ROWS + row] ?? 0;
    const type = cells[SCOPE_TYPES + row] ?? 0;
    const key = this.#scopes.numberOf(source, start, length) * this.#types.length + type;
    return (this.#places[key] ??= this.#find(type, source.bytes.toString("utf8", start, start + length)));
  }

  #find(type: number, scopeId: string): Place {
    const { organizationId, folderId } = this.#enricher.place(this.#types[type] ?? "", scopeId);
    return { organization: new Piece(organizationId), folder: new Piece(folderId) };
  }

  #forget(): void {
    this.#version = this.#enricher.version;
    this.#scopes.clear();
    this.#places = [];
  }
}
