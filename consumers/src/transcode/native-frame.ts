// The filled columns → ClickHouse's Native format: counts of columns and rows, then per column its name, type and data.
import { columns } from "@audit-log/schemas";
import { ByteBuffer } from "./byte-buffer.ts";
import type { EventBlock } from "./event-block.ts";

/** In the order of sending; the parts are views of the block's columns, valid until it is filled anew. */
export function nativeFrame(block: EventBlock): Buffer[] {
  const parts: Buffer[] = [head((to) => (to.varint(columns.length), to.varint(block.rows)))];
  for (const { name, type } of columns) {
    const column = block.columns.get(name);
    if (column === undefined) throw new Error(`the block has no column ${name}`);
    parts.push(
      head((to) => (to.text(name), to.text(type === "Bytes" ? "String" : type))),
      ...column.parts(),
    );
  }
  return parts;
}

function head(write: (to: ByteBuffer) => void): Buffer {
  const to = new ByteBuffer(64);
  write(to);
  return to.written();
}
