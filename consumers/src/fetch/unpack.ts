// A record batch as the broker stores it (format 2): proved to be what was sent, and unpacked as far as it must be now. zstd that says how
// large it is waits packed, in a fifth of the memory, and is unpacked where it is read; everything else is unpacked here. What a batch
// unpacks to is bounded: a few kilobytes can hide gigabytes.
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { crc32c, MAX_UNPACKED_BYTES } from "@audit-log/schemas/kafka";
import type { FetchedBatch, PackedRecords } from "../record.ts";
import type { BatchMessage } from "./fetch-response.ts";
import { contentSize } from "./zstd.ts";

const HEAD_BYTES = 61;
const CHECKSUM = 17;
/** What the checksum covers begins here. */
const ATTRIBUTES = 21;
const CODEC = 0x07;
const APPEND_TIME = 0x08;

/** `from`: the offset that the fetch began at. A void batch has offsets and no records. */
export function unpack(
  topic: string,
  partition: number,
  from: number,
  { stored, isVoid }: Pick<BatchMessage, "stored" | "isVoid">,
): FetchedBatch {
  const baseOffset = Number(stored.readBigInt64BE(0));
  const attributes = stored.readInt16BE(ATTRIBUTES);
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
  // First of all: one bit makes a batch of events a void one.
  if (crc32c(stored, ATTRIBUTES) !== stored.readUInt32BE(CHECKSUM))
    return { ...about, fault: "its bytes are not those of its checksum", isDamaged: true };
  if (isVoid) return { ...whole, count: 0, records: plain(stored.subarray(0, 0)) };
  try {
    const records = readable(attributes & CODEC, stored.subarray(HEAD_BYTES));
    return { ...whole, count: stored.readInt32BE(57), records };
  } catch (cause) {
    return { ...about, fault: cause instanceof Error ? cause.message : String(cause), isDamaged: false };
  }
}

function readable(codec: number, bytes: Buffer): PackedRecords {
  switch (codec) {
    case 0:
      return plain(bytes);
    case 1:
      return plain(gunzipSync(bytes, BOUND));
    case 4: {
      const size = contentSize(bytes);
      if (size === undefined) return plain(zstdDecompressSync(bytes, BOUND));
      if (size > MAX_UNPACKED_BYTES)
        throw new Error(`unpacks to ${size} bytes; at most ${MAX_UNPACKED_BYTES} are read`);
      return { bytes, codec: "zstd", unpackedBytes: size };
    }
    default:
      throw new Error(
        `compressed by ${["", "", "snappy", "lz4"][codec] ?? `codec ${codec}`}, which is not read here; topics are zstd`,
      );
  }
}

const BOUND = { maxOutputLength: MAX_UNPACKED_BYTES };

const plain = (bytes: Buffer): PackedRecords => ({ bytes, codec: "none", unpackedBytes: bytes.length });
