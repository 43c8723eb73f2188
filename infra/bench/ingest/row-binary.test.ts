import { NO_ENRICHMENT, columns } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { BENCH_DOMAIN, eventSource } from "./events.ts";
import { RowBinary } from "./row-binary.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");

/** Bytes of a row's texts, the entry's among them, read back by the same rules. */
function textsOf(row: Buffer): Buffer[] {
  const texts: Buffer[] = [];
  let at = 0;
  for (const { type } of columns) {
    if (type !== "String" && type !== "LowCardinality(String)" && type !== "Bytes") {
      at += { UUID: 16, "DateTime64(3, 'UTC')": 8, UInt64: 8, Int32: 4, UInt32: 4 }[type];
      continue;
    }
    let length = 0;
    let shift = 0;
    for (; (row[at] ?? 0) > 127; at++, shift += 7) length |= ((row[at] ?? 0) & 127) << shift;
    length |= (row[at++] ?? 0) << shift;
    texts.push(row.subarray(at, at + length));
    at += length;
  }
  expect(at).toBe(row.length);
  return texts;
}

test("every text of a row can be read back, short and long, and the row ends where it should", () => {
  const event = { ...eventSource("mix", NOW)(0), userAgent: "ä".repeat(300) };
  const stored = {
    event,
    enrichment: NO_ENRICHMENT,
    domain: BENCH_DOMAIN,
    receivedTime: NOW,
    schemaId: 7,
    topic: "t",
    partition: 1,
    offset: 2 ** 40,
  };
  const out = new RowBinary(16);
  out.row(stored);
  const expected = columns.flatMap((column) => {
    if (column.type === "Bytes") return [column.value(stored)];
    return column.type === "String" || column.type === "LowCardinality(String)"
      ? [Buffer.from(column.value(stored))]
      : [];
  });
  expect(textsOf(out.bytes())).toEqual(expected);
});
