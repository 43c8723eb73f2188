// A record batch as Kafka stores it (format 2, compressed with zstd), written from the messages' bytes in one walk.
// kafkajs makes three objects and four copies per message for the same bytes: see infra/decisions/0011.
import { promisify } from "node:util";
import { constants, zstdCompress } from "node:zlib";
import { crc32c } from "@audit-log/schemas/kafka";
import type { OutgoingMessage } from "../deliver/event-sender.ts";

/** Its records, compressed. */
export interface PackedRecords {
  count: number;
  bytes: Buffer;
  /** Milliseconds UTC, of all of them. */
  timestamp: number;
}

export interface BatchIdentity {
  /** A decimal number. */
  producerId: string;
  producerEpoch: number;
  /** Of its first record, per producer and partition. */
  sequence: number;
}

const HEAD_BYTES = 61;
/** Where the part begins that the length counts, and the part that the checksum covers. */
const AFTER_LENGTH = 12;
const AFTER_CHECKSUM = 21;
const MAGIC = 2;
const ZSTD = 4;
/** Per record, beside key and value: lengths, deltas, attributes, the number of headers; each as long as it may be. */
const RECORD_ROOM = 24;
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const SEQUENCES = 2 ** 31;

const compress = promisify(zstdCompress);

export async function packRecords(messages: readonly OutgoingMessage[], timestamp: number): Promise<PackedRecords> {
  const records = writeRecords(messages);
  // A frame that says how large it is can wait packed in the worker, and is unpacked into memory that is there already.
  const bytes = await compress(records, { ...LEVEL, pledgedSrcSize: records.length });
  return { count: messages.length, bytes, timestamp };
}

/** Sequences begin again at 0 after 2,147,483,647. */
export const sequenceAfter = (sequence: number, count: number): number => (sequence + count) % SEQUENCES;

export function recordBatch({ count, bytes, timestamp }: PackedRecords, identity: BatchIdentity): Buffer {
  const batch = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  batch.writeBigInt64BE(0n, 0);
  batch.writeInt32BE(batch.length - AFTER_LENGTH, 8);
  batch.writeInt32BE(0, AFTER_LENGTH);
  batch.writeInt8(MAGIC, 16);
  batch.writeInt16BE(ZSTD, AFTER_CHECKSUM);
  batch.writeInt32BE(count - 1, 23);
  batch.writeBigInt64BE(BigInt(timestamp), 27);
  batch.writeBigInt64BE(BigInt(timestamp), 35);
  batch.writeBigInt64BE(BigInt(identity.producerId), 43);
  batch.writeInt16BE(identity.producerEpoch, 51);
  batch.writeInt32BE(identity.sequence, 53);
  batch.writeInt32BE(count, 57);
  bytes.copy(batch, HEAD_BYTES);
  batch.writeUInt32BE(crc32c(batch, AFTER_CHECKSUM), 17);
  return batch;
}

function writeRecords(messages: readonly OutgoingMessage[]): Buffer {
  const room = messages.reduce((sum, { key, value }) => sum + RECORD_ROOM + key.length * 3 + value.length, 0);
  const records = Buffer.allocUnsafe(room);
  let at = 0;
  for (const [index, { key, value }] of messages.entries()) {
    const keyBytes = Buffer.byteLength(key);
    const length = 1 + 1 + sizeOf(index) + sizeOf(keyBytes) + keyBytes + sizeOf(value.length) + value.length + 1;
    at = writeVarint(records, length, at);
    records[at++] = 0; // attributes
    records[at++] = 0; // milliseconds after the batch's timestamp
    at = writeVarint(records, index, at);
    at = writeVarint(records, keyBytes, at);
    at += records.write(key, at, keyBytes);
    at = writeVarint(records, value.length, at);
    at += value.copy(records, at);
    records[at++] = 0; // headers
  }
  return records.subarray(0, at);
}

/** Zigzag, as Kafka writes numbers that are never negative here: at most 2^30. */
function writeVarint(target: Buffer, value: number, offset: number): number {
  let rest = value * 2;
  let at = offset;
  for (; rest > 127; rest >>>= 7) target[at++] = (rest & 127) | 128;
  target[at] = rest;
  return at + 1;
}

function sizeOf(value: number): number {
  let bytes = 1;
  for (let rest = value >>> 6; rest > 0; rest >>>= 7) bytes++;
  return bytes;
}
