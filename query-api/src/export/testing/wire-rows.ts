// What ClickHouse would send of rows: RowBinary.
import { entryText } from "@audit-log/schemas";
import { isoOf, type EntryRow } from "../../query/entry-row.ts";
import { MARK, placed, widths } from "../../wire/columns.ts";

export const wireRows = (rows: readonly EntryRow[]): Buffer => Buffer.concat(rows.flatMap(wireRow));

export function wireRow(row: EntryRow): Buffer[] {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(MARK);
  const apart = placed.slice(0, widths.length).map((column, place) => valueOf(row[column], widths[place] ?? 0));
  return [mark, ...apart, textOf(entryText((part) => row[part]))];
}

function valueOf(text: string, width: number): Buffer {
  const bytes = Buffer.alloc(width);
  if (width === 0) return textOf(Buffer.from(text));
  if (width === 16) {
    const hex = text.replaceAll("-", "");
    bytes.writeBigUInt64LE(BigInt(`0x${hex.slice(0, 16)}`), 0);
    bytes.writeBigUInt64LE(BigInt(`0x${hex.slice(16)}`), 8);
  } else bytes.writeBigInt64LE(BigInt(Date.parse(isoOf(text))));
  return bytes;
}

export function textOf(bytes: Buffer): Buffer {
  const length: number[] = [];
  let rest = bytes.length;
  for (; rest >= 0x80; rest >>>= 7) length.push((rest & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...length, rest]), bytes]);
}
