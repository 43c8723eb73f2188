// Rows → one block in ClickHouse's Native format: column by column, which costs the server a quarter of JSON lines.
// Layout (ClickHouse, "Native"): counts of columns and rows as varints, then per column its name, type and values.
import { columns, type Column, type StoredEvent } from "@audit-log/schemas";
import type { ByteWriter } from "./byte-writer.ts";

/** The block's bytes, valid until the next call with the same writer. */
export function nativeBlock(rows: readonly StoredEvent[], out: ByteWriter): Buffer {
  out.reset();
  out.varint(columns.length);
  out.varint(rows.length);
  for (const column of columns) {
    out.text(column.name);
    out.text(column.type);
    writeColumn(column, rows, out);
  }
  return out.bytes();
}

function writeColumn(column: Column, rows: readonly StoredEvent[], out: ByteWriter): void {
  switch (column.type) {
    case "String":
      for (const row of rows) out.text(column.value(row));
      return;
    case "UUID":
      for (const row of rows) out.uuid(column.value(row));
      return;
    case "DateTime64(3, 'UTC')":
    case "UInt64":
      for (const row of rows) out.int64(column.value(row));
      return;
    case "Int32":
      for (const row of rows) out.int32(column.value(row));
      return;
    case "UInt32":
      for (const row of rows) out.uint32(column.value(row));
      return;
  }
}
