import { gzipSync, zstdCompressSync } from "node:zlib";
import { MAX_UNPACKED_BYTES } from "@audit-log/schemas/kafka";
import { expect, it } from "vitest";
import { isUnreadable } from "../record.ts";
import { rawRecord } from "../testing/index.ts";
import { recordBatchOf, storedBatch } from "../testing/record-batches.ts";
import { unpack } from "./unpack.ts";

const records = [rawRecord("t", 7, Buffer.from("one")), rawRecord("t", 8, null)];
const open = (stored: Buffer, isVoid = false) => unpack("t", 0, 7, { stored, isVoid });

it.each([
  ["none", storedBatch(records)],
  ["gzip", storedBatch(records, 1, (bytes) => gzipSync(bytes))],
  ["zstd", storedBatch(records, 4, (bytes) => zstdCompressSync(bytes))],
])("reads what is compressed by %s", (_codec, stored) => {
  const { stored: _, ...expected } = recordBatchOf(records);
  expect(open(stored)).toMatchObject(expected);
});

it.each([
  ["snappy", storedBatch(records, 2), "compressed by snappy"],
  ["lz4", storedBatch(records, 3), "compressed by lz4"],
  ["no codec that there is", storedBatch(records, 7), "compressed by codec 7"],
  ["zstd and is not", storedBatch(records, 4), ""],
  ["gzip and is a bomb", storedBatch(records, 1, () => gzipSync(Buffer.alloc(MAX_UNPACKED_BYTES + 1))), ""],
  ["zstd and is a bomb", storedBatch(records, 4, () => zstdCompressSync(Buffer.alloc(MAX_UNPACKED_BYTES + 1))), ""],
])("keeps a batch in one piece that is %s", (_what, stored, fault) => {
  const batch = open(stored);
  expect(batch).toMatchObject({ baseOffset: 7, nextOffset: 9, stored });
  expect(isUnreadable(batch) && batch.fault).toContain(fault);
});

it("has no records where they are void, whatever they are", () => {
  expect(open(storedBatch(records, 2), true)).toMatchObject({ count: 0, nextOffset: 9 });
});
