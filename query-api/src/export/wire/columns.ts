// How the rows of a download travel from ClickHouse: RowBinary, a mark and then the columns of an entry, in their order.
import { entryColumns, type EntryColumn } from "../../query/entry-row.ts";

/**
 * First in each row. ClickHouse tells of a fault in the middle of an answer by writing it behind the rows; where no mark stands, no row
 * begins. Its first byte is not that of such a text.
 */
export const MARK = 0x5ad1_c7e4;
export const MARK_BYTES = 4;

/** Bytes of a value; 0 is a text, with its length before it as LEB128. Little endian. */
const WIDTH: Partial<Record<EntryColumn, number>> = {
  event_id: 16,
  event_time: 8,
  received_time: 8,
  status_code: 4,
  producer_sequence: 8,
};

export const widths: readonly number[] = entryColumns.map((column) => WIDTH[column] ?? 0);

/** Place of a column in a row. */
export const placeOf = (column: EntryColumn): number => entryColumns.indexOf(column);

/** What to select, so that a row travels as these widths say. */
export const WIRE_COLUMNS = `toUInt32(${MARK}) AS row_mark, ${entryColumns.join(", ")}`;
