// A record batch as the broker stores it (format 2) → its records, unpacked in one piece. What a batch unpacks to is bounded: a few
// kilobytes can hide gigabytes.
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { MAX_UNPACKED_BYTES } from "@audit-log/schemas/kafka";
import type { FetchedBatch } from "../record.ts";
import type { BatchMessage } from "./fetch-response.ts";

const HEAD_BYTES = 61;
const CODEC = 0x07;
const APPEND_TIME = 0x08;
/** Memory is taken in pieces of what the last batch needed and a little: batches resemble one another, and most are one piece. */
const MIN_PIECE_BYTES = 16 * 1024;
const MAX_PIECE_BYTES = 1024 * 1024;
let pieceBytes = MIN_PIECE_BYTES;

/** `from`: the offset that the fetch began at. A void batch has offsets and no records. */
export function unpack(
  topic: string,
  partition: number,
  from: number,
  { stored, isVoid }: Pick<BatchMessage, "stored" | "isVoid">,
): FetchedBatch {
  const baseOffset = Number(stored.readBigInt64BE(0));
  const attributes = stored.readInt16BE(21);
  const isAppendTime = (attributes & APPEND_TIME) !== 0;
  const about = {
    topic,
    partition,
    baseOffset,
    nextOffset: baseOffset + stored.readInt32BE(23) + 1,
    timestamp: Number(stored.readBigInt64BE(isAppendTime ? 35 : 27)),
    stored,
  };
  const whole = { ...about, from, isAppendTime, isBehind: false };
  if (isVoid) return { ...whole, count: 0, records: stored.subarray(0, 0) };
  try {
    const records = unpacked(attributes & CODEC, stored.subarray(HEAD_BYTES));
    return { ...whole, count: stored.readInt32BE(57), records };
  } catch (cause) {
    return { ...about, fault: cause instanceof Error ? cause.message : String(cause) };
  }
}

function unpacked(codec: number, bytes: Buffer): Buffer {
  switch (codec) {
    case 0:
      return bytes;
    case 1:
      return inPieces(gunzipSync, bytes);
    case 4:
      return inPieces(zstdDecompressSync, bytes);
    default:
      throw new Error(
        `compressed by ${["", "", "snappy", "lz4"][codec] ?? `codec ${codec}`}, which is not read here; topics are zstd`,
      );
  }
}

type Unpack = (bytes: Buffer, options: { maxOutputLength: number; chunkSize: number }) => Buffer;

function inPieces(unpack: Unpack, bytes: Buffer): Buffer {
  const records = unpack(bytes, { maxOutputLength: MAX_UNPACKED_BYTES, chunkSize: pieceBytes });
  pieceBytes = Math.min(MAX_PIECE_BYTES, Math.max(MIN_PIECE_BYTES, Math.ceil(records.length * 1.25)));
  return records;
}
