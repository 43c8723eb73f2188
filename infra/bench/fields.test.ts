import { BOUNDARY, NO_ENRICHMENT, SEARCHED_PARTS, SEPARATOR, columns } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { fieldValues, insertedRow, insertedRowColumns } from "./fields.ts";
import { BENCH_DOMAIN, eventSource } from "./ingest/events.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const event = eventSource("mix", NOW)(0);
const place = { domain: BENCH_DOMAIN, receivedTime: NOW, schemaId: 7, topic: "t", partition: 1, offset: 2 };
const stored = { event, enrichment: NO_ENRICHMENT, ...place };

test("a row in JSON has what is inserted, its entry as the list of parts that the text is made of", () => {
  const { entry_parts: parts, ...row } = insertedRow(fieldValues(stored));
  expect(Object.keys({ entry_parts: parts, ...row })).toEqual(insertedRowColumns);
  for (const { name, type, value } of columns)
    if (type === "String" || type === "LowCardinality(String)") expect(row[name]).toBe(value(stored));

  const text = columns.find(({ name }) => name === "entry")?.value(stored);
  const pieces = Array.isArray(parts) ? parts.map(String) : [];
  const bytes = pieces.flatMap((piece, index) => [
    ...(index === SEARCHED_PARTS.length ? [SEPARATOR, BOUNDARY] : []),
    ...(index > 0 ? [SEPARATOR] : []),
    ...Buffer.from(piece),
  ]);
  expect(Buffer.from(bytes)).toEqual(text);
});
