import { buffer } from "node:stream/consumers";
import { createZstdCompress, gzipSync, zstdCompressSync } from "node:zlib";
import { MAX_UNPACKED_BYTES } from "@audit-log/schemas/kafka";
import { expect, it } from "vitest";
import { isUnreadable } from "../record.ts";
import { rawRecord } from "../testing/index.ts";
import { recordBatchOf, storedBatch } from "../testing/record-batches.ts";
import { unpack } from "./unpack.ts";
import { ZstdUnpacker } from "./zstd.ts";

const records = [rawRecord("t", 7, Buffer.from("one")), rawRecord("t", 8, null)];
const open = (stored: Buffer, isVoid = false) => unpack("t", 0, 7, { stored, isVoid });

it.each([
  ["none", storedBatch(records)],
  ["gzip", storedBatch(records, 1, (bytes) => gzipSync(bytes))],
  ["zstd", storedBatch(records, 4, (bytes) => zstdCompressSync(bytes))],
])("reads what is compressed by %s", (_codec, stored) => {
  const batch = open(stored);
  const { stored: _, records: plain, ...expected } = recordBatchOf(records);
  expect(batch).toMatchObject({ ...expected, records: { unpackedBytes: plain.bytes.length } });
  if (isUnreadable(batch)) expect.unreachable(batch.fault);
  const { codec, bytes, unpackedBytes } = batch.records;
  expect(codec === "zstd" ? new ZstdUnpacker().unpack(bytes, unpackedBytes) : bytes).toEqual(plain.bytes);
});

it("unpacks a zstd frame at once that does not say how large it is", async () => {
  const compress = createZstdCompress();
  compress.write(recordBatchOf(records).records.bytes);
  compress.end();
  const frame = await buffer(compress);
  expect(open(storedBatch(records, 4, () => frame))).toMatchObject({ records: recordBatchOf(records).records });
});

it("sees every bit that is not as it was sent, and keeps the batch in one piece", () => {
  const sent = storedBatch(records);
  for (let bit = 21 * 8; bit < sent.length * 8; bit++) {
    const stored = Buffer.from(sent);
    stored.writeUInt8(stored.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(open(stored)).toMatchObject({ isDamaged: true, stored });
    // What says that it is void is one of them.
    expect(open(stored, true)).toMatchObject({ isDamaged: true, stored });
  }
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
