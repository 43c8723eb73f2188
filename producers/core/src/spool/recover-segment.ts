// What can still be read of a segment: its frames up to the first that is short or whose CRC fails.
import { type FileHandle, open } from "node:fs/promises";
import { stampOf } from "./frame.ts";
import { FrameReader } from "./frame-reader.ts";
import { fingerprintOf, HEADER_BYTES, Segment } from "./segment.ts";

export interface Rest {
  offset: number;
  bytes: number;
  reason: string;
  /** What a write leaves behind that stopped half-way: a frame without its end, or zeros. Nobody was told that it is stored. */
  unfinished: boolean;
}

export interface Recovered {
  /** Undefined where not even the header is good. */
  segment: Segment | undefined;
  /** What follows the good part. */
  rest: Rest | undefined;
}

/** `limit`: the first position of the segment after it, which this one may not reach. */
export async function recoverSegment(path: string, first: number, limit: number): Promise<Recovered> {
  await using file = await open(path, "r");
  const { size } = await file.stat();
  const header = Buffer.alloc(HEADER_BYTES);
  const { bytesRead } = await file.read(header, 0, HEADER_BYTES, 0);
  const fingerprint = fingerprintOf(header.subarray(0, bytesRead), first);
  if (fingerprint === undefined) {
    const unfinished = size <= HEADER_BYTES || (await isZero(file, 0, size));
    return { segment: undefined, rest: { offset: 0, bytes: size, reason: "header", unfinished } };
  }
  const segment = new Segment(path, first, fingerprint);
  const bad = await readFrames(file, segment, size, limit);
  if (bad === undefined) return { segment, rest: undefined };
  const unfinished = bad.unfinished || (await isZero(file, bad.from, size));
  const { bytes } = segment;
  return { segment, rest: { offset: bytes, bytes: size - bytes, reason: bad.reason, unfinished } };
}

/** Fills in the segment. `from`: behind it there must be zeros only, or the rest holds more than one unfinished write. */
async function readFrames(
  file: FileHandle,
  segment: Segment,
  size: number,
  limit: number,
): Promise<{ reason: string; unfinished: boolean; from: number } | undefined> {
  const reader = new FrameReader(file, HEADER_BYTES);
  for (;;) {
    const frame = await reader.next(size);
    if (frame.kind === "end") return undefined;
    if (frame.kind === "bad") return { reason: frame.reason, unfinished: frame.reason === "short", from: frame.behind };
    if (segment.end >= limit) return { reason: "overlap", unfinished: false, from: segment.bytes };
    segment.entries++;
    segment.bytes = reader.offset;
    segment.newest = Math.max(segment.newest, stampOf(frame.body));
  }
}

const ZEROS = Buffer.alloc(1024 * 1024);

async function isZero(file: FileHandle, from: number, to: number): Promise<boolean> {
  const chunk = Buffer.allocUnsafe(Math.min(ZEROS.length, to - from));
  for (let at = from; at < to;) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, to - at), at);
    if (bytesRead === 0 || chunk.compare(ZEROS, 0, bytesRead, 0, bytesRead) !== 0) return bytesRead === 0;
    at += bytesRead;
  }
  return true;
}
