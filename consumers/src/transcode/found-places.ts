// The columns organization_id and folder_id: as the producer says, else as the hierarchy knows of the scope. Asked once per different scope,
// and again when the hierarchy has changed.
import type { Enricher } from "../ports.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { PlainColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";

const SCOPES = placeOf("scope.id");
const SCOPE_TYPES = placeOf("scope.type");
const ORGANIZATIONS = placeOf("context.organizationId");
const FOLDERS = placeOf("context.folderId");
const MAX_SCOPES = 20_000;

export class FoundPlaces {
  readonly #organizations: ByteBuffer;
  readonly #folders: ByteBuffer;
  readonly #enricher: Enricher;
  readonly #types: readonly string[];
  readonly #scopes = new Dictionary();
  /** Ids of organizations and folders; the first is none. */
  readonly #ids = new Dictionary();
  /** Per scope and type the numbers of its organization's and its folder's id, plus one; 0: not asked yet. */
  #places = new Int32Array(0);
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
    const place = this.#placeOf(source, cells, row);
    const known = (this.#places[place] ?? 0) - 1;
    if (organization === 0) this.#appendId(organizations, known);
    if (folder > 0) return;
    // The folder of another organization than the one that the producer names would be a contradiction.
    const fits = organization === 0 || this.#ids.is(known, source, cells[ORGANIZATIONS + row] ?? 0, organization);
    this.#appendId(folders, fits ? (this.#places[place + 1] ?? 0) - 1 : NONE);
  }

  #appendId(to: ByteBuffer, id: number): void {
    if (id !== NONE) return to.textFrom(this.#ids.keys, this.#ids.startOf(id), this.#ids.lengthOf(id));
    to.reserve(1);
    to.byte(0);
  }

  /** Where in #places. */
  #placeOf(source: Cursor, cells: Int32Array, row: number): number {
    const start = cells[SCOPES + row] ?? 0;
    const length = cells[SCOPES + ROWS + row] ?? 0;
    const type = cells[SCOPE_TYPES + row] ?? 0;
    const place = 2 * (this.#scopes.numberOf(source, start, length) * this.#types.length + type);
    if (place >= this.#places.length || this.#places[place] === 0)
      this.#ask(place, this.#types[type] ?? "", source.bytes.toString("utf8", start, start + length));
    return place;
  }

  #ask(place: number, scopeType: string, scopeId: string): void {
    if (place >= this.#places.length) {
      const larger = new Int32Array(2 * place + 2);
      larger.set(this.#places);
      this.#places = larger;
    }
    const { organizationId, folderId } = this.#enricher.place(scopeType, scopeId);
    this.#places[place] = 1 + this.#ids.numberOfText(organizationId);
    this.#places[place + 1] = 1 + this.#ids.numberOfText(folderId);
  }

  #forget(): void {
    this.#version = this.#enricher.version;
    this.#scopes.clear();
    this.#ids.clear();
    this.#ids.numberOfText("");
    this.#places = new Int32Array(0);
  }
}

/** The number of the empty id. */
const NONE = 0;
