// The column network_class. Of IPv4, which most addresses are, it is arithmetic on the bytes; of any other text it is found once and remembered.
import { NETWORK_CLASSES } from "@audit-log/schemas";
import { networkClassOf, ipv4ClassOf } from "../enrich/network-class.ts";
import type { WordColumn } from "./columns.ts";
import type { Cursor } from "./cursor.ts";
import { Dictionary } from "./dictionary.ts";
import { type EventTable, placeOf, ROWS } from "./event-table.ts";

const ADDRESSES = placeOf("sourceIpAddress");
const MAX_TEXTS = 20_000;
const NO_ADDRESS = 0;
/** Every word that the column may hold, in the order of its dictionary. */
const WORDS = ["", ...NETWORK_CLASSES];

export class FoundNetworks {
  readonly #column: WordColumn;
  readonly #texts = new Dictionary();
  /** Per text the number of its word. */
  #found: number[] = [];

  constructor(column: WordColumn) {
    this.#column = column;
  }

  /** To be called when the column is cleared. */
  clear(): void {
    for (const word of WORDS) this.#column.dictionary.numberOfText(word);
    if (this.#texts.size <= MAX_TEXTS) return;
    this.#texts.clear();
    this.#found = [];
  }

  append(source: Cursor, { cells, rows }: EventTable): void {
    this.#column.reserve(rows);
    for (let row = 0; row < rows; row++) {
      const start = cells[ADDRESSES + row] ?? 0;
      const length = cells[ADDRESSES + ROWS + row] ?? 0;
      const address = ipv4At(source.bytes, start, length);
      if (address >= 0) this.#column.push(1 + ipv4ClassOf(address));
      else this.#column.push(length === 0 ? NO_ADDRESS : this.#find(source, start, length));
    }
  }

  #find(source: Cursor, start: number, length: number): number {
    const text = this.#texts.numberOf(source, start, length);
    return (this.#found[text] ??= WORDS.indexOf(networkClassOf(source.bytes.toString("utf8", start, start + length))));
  }
}

const DOT = 0x2e;
const ZERO = 0x30;

/** Four decimal numbers and nothing else, none with a leading zero (RFC 6943, 3.1.1); -1 where it is not. */
export function ipv4At(bytes: Uint8Array, start: number, length: number): number {
  if (length < 7 || length > 15) return -1;
  let address = 0;
  let part = -1;
  let dots = 0;
  for (let at = start; at < start + length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT) {
      if (part < 0) return -1;
      address = address * 256 + part;
      part = -1;
      dots++;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9 || part === 0) return -1;
    part = part < 0 ? digit : part * 10 + digit;
    if (part > 255) return -1;
  }
  return dots === 3 && part >= 0 ? address * 256 + part : -1;
}
