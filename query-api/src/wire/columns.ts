// How entries travel from ClickHouse: RowBinary, a mark, the keys and what is found out later as columns, and all else as the one text that it is stored as.
import { BOUNDARY, ENTRY_PARTS, SEARCHED_PARTS, SEPARATOR } from "@audit-log/schemas";
import type { EntryColumn } from "../query/entry-row.ts";

/**
 * First in each row. ClickHouse tells of a fault in the middle of an answer by writing it behind the rows; where no mark stands, no row
 * begins. Its first byte is not that of such a text.
 */
export const MARK = 0x5ad1_c7e4;
export const MARK_BYTES = 4;

/** In their order, with their bytes; 0 is a text, with its length before it as LEB128. Little endian. Behind them stands the entry, a text, too. */
const APART = [
  ["event_id", 16],
  ["event_time", 8],
  ["received_time", 8],
  ["scope_id", 0],
  ["organization_id", 0],
  ["folder_id", 0],
] as const satisfies readonly (readonly [EntryColumn, number])[];

export const widths: readonly number[] = APART.map(([, width]) => width);

/** All values of a row, in the order of their places. */
export const placed: readonly EntryColumn[] = [...APART.map(([column]) => column), ...ENTRY_PARTS];

/** Place of a value in a row. */
export function placeOf(column: EntryColumn): number {
  const place = placed.indexOf(column);
  if (place < 0) throw new Error(`${column} does not travel`);
  return place;
}

/** Of the first part of the entry, and of the first behind its boundary. */
export const FIRST_PART = widths.length;
export const FIRST_BEHIND = FIRST_PART + SEARCHED_PARTS.length;
export { BOUNDARY, SEPARATOR };

/** What to select, so that a row travels as these widths say. */
export const WIRE_COLUMNS = `toUInt32(${MARK}) AS row_mark, ${APART.map(([column]) => column).join(", ")}, entry`;

/** Behind a query that selects them. */
export const WIRE_FORMAT = "FORMAT RowBinary";
