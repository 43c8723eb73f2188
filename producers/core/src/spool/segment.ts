// A segment: one file of a topic's log, named by its first position, with the entries of one schema. Written by one process only.
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** Magic, version (u32), first position (u64), fingerprint (32 bytes), CRC-32 of all that. */
export const HEADER_BYTES = 52;
const MAGIC = Buffer.from("ALSP");
const VERSION = 1;
const NAME = /^(\d{16})\.segment$/;

/** What is known of a segment whose entries are durable up to `bytes`. */
export class Segment {
  readonly file: string;
  readonly first: number;
  readonly fingerprint: string;
  entries = 0;
  /** Not acknowledged. */
  pending = 0;
  bytes = HEADER_BYTES;
  /** The highest time of an entry, on the spool's clock. */
  newest = -Infinity;
  /** Found unreadable while the spool was open: nothing more is written to it, and it is kept for a person. */
  damaged = false;

  constructor(file: string, first: number, fingerprint: string) {
    this.file = file;
    this.first = first;
    this.fingerprint = fingerprint;
  }

  /** The position behind its last entry. */
  get end(): number {
    return this.first + this.entries;
  }

  get pendingBytes(): number {
    return this.entries === 0 ? 0 : Math.round((this.bytes - HEADER_BYTES) * (this.pending / this.entries));
  }
}

export const segmentFile = (folder: string, first: number): string =>
  join(folder, `${String(first).padStart(16, "0")}.segment`);

/** Undefined for other files. */
export function firstPositionOf(name: string): number | undefined {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export function segmentHeader(first: number, fingerprint: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(VERSION, 4);
  header.writeBigUInt64LE(BigInt(first), 8);
  header.write(fingerprint, 16, "hex");
  header.writeUInt32LE(crc32(header.subarray(0, 48)), 48);
  return header;
}

/** The fingerprint; undefined where these bytes are not the header of that segment. */
export function fingerprintOf(header: Buffer, first: number): string | undefined {
  if (header.length < HEADER_BYTES) return undefined;
  const fingerprint = header.toString("hex", 16, 48);
  return header.subarray(0, HEADER_BYTES).equals(segmentHeader(first, fingerprint)) ? fingerprint : undefined;
}
