// For tests: record batches as a producer would write them, from records.
import { crc32c } from "@audit-log/schemas/kafka";
import type { FetchedRecord, RecordBatch } from "../record.ts";

/** `records`: of one partition, by offset. */
export function recordBatchOf(records: readonly FetchedRecord[]): RecordBatch {
  const [first] = records;
  const last = records.at(-1);
  if (first === undefined || last === undefined) throw new Error("a record batch has records");
  const { topic, partition, offset: baseOffset, timestamp } = first;
  const bytes = Buffer.concat(
    records.map((record) => encodeRecord(record, record.offset - baseOffset, record.timestamp - timestamp)),
  );
  return {
    topic,
    partition,
    baseOffset,
    from: baseOffset,
    nextOffset: last.offset + 1,
    timestamp,
    isAppendTime: false,
    isBehind: false,
    count: records.length,
    records: { bytes, codec: "none", unpackedBytes: bytes.length },
    stored: bytes,
  };
}

/** As a broker stores it, not compressed unless `codec` says how its records are. */
export function storedBatch(records: readonly FetchedRecord[], codec = 0, pack = (bytes: Buffer) => bytes): Buffer {
  const {
    baseOffset,
    nextOffset,
    timestamp,
    count,
    records: { bytes },
  } = recordBatchOf(records);
  const head = Buffer.alloc(61);
  const packed = pack(bytes);
  head.writeBigInt64BE(BigInt(baseOffset), 0);
  head.writeInt32BE(head.length + packed.length - 12, 8);
  head.writeInt8(2, 16);
  head.writeInt16BE(codec, 21);
  head.writeInt32BE(nextOffset - baseOffset - 1, 23);
  head.writeBigInt64BE(BigInt(timestamp), 27);
  head.writeBigInt64BE(BigInt(timestamp), 35);
  head.writeBigInt64BE(-1n, 43);
  head.writeInt32BE(count, 57);
  const batch = Buffer.concat([head, packed]);
  batch.writeUInt32BE(crc32c(batch, 21), 17);
  return batch;
}

function encodeRecord({ key, value, headers }: FetchedRecord, offsetDelta: number, timestampDelta: number): Buffer {
  const names = Object.entries(headers);
  const body = Buffer.concat([
    Buffer.from([0]),
    varint(timestampDelta),
    varint(offsetDelta),
    nullable(key),
    nullable(value),
    varint(names.length),
    ...names.flatMap(([name, header]) => [nullable(Buffer.from(name)), nullable(Buffer.from(String(header)))]),
  ]);
  return Buffer.concat([varint(body.length), body]);
}

const nullable = (bytes: Buffer | null): Buffer =>
  bytes === null ? varint(-1) : Buffer.concat([varint(bytes.length), bytes]);

/** Zigzag. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return Buffer.from([...bytes, rest]);
}
