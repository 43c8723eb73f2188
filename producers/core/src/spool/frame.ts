// One entry as bytes: length of the body, CRC-32 of the body, body. Little-endian.
import { crc32 } from "node:zlib";
import type { SpoolEntry } from "./entry.ts";
import { EntryRefused } from "./faults.ts";

export const FRAME_HEAD_BYTES = 8;
const MAX_VALUE_BYTES = 1024 * 1024;
const MAX_TEXT_BYTES = 65_535;
const STAMP = 0;
const TIME = 8;
const ID = 16;
const KEY_LENGTH = 32;
const NAME_LENGTH = 34;
const TEXTS = 36;
const MAX_BODY_BYTES = TEXTS + 2 * MAX_TEXT_BYTES + MAX_VALUE_BYTES;

/** Throws EntryRefused. Names the field, never the value. */
export function frameBytes({ id, key, eventName, time, value }: SpoolEntry): number {
  const keyBytes = Buffer.byteLength(key);
  const nameBytes = Buffer.byteLength(eventName);
  if (id.length !== 16) throw new EntryRefused("id: not 16 bytes");
  if (!Number.isFinite(time)) throw new EntryRefused("time: not a number of milliseconds");
  if (keyBytes > MAX_TEXT_BYTES) throw new EntryRefused("key: more than 65,535 bytes");
  if (nameBytes > MAX_TEXT_BYTES) throw new EntryRefused("eventName: more than 65,535 bytes");
  if (value.length > MAX_VALUE_BYTES) throw new EntryRefused("value: more than 1 MiB");
  return FRAME_HEAD_BYTES + TEXTS + keyBytes + nameBytes + value.length;
}

/** Writes the frame and answers with the offset behind it. `stamp`: the entry's time on the spool's clock. */
export function writeFrame(target: Buffer, offset: number, entry: SpoolEntry, stamp: number): number {
  const body = offset + FRAME_HEAD_BYTES;
  target.writeDoubleLE(stamp, body + STAMP);
  target.writeDoubleLE(entry.time, body + TIME);
  entry.id.copy(target, body + ID);
  const keyBytes = target.write(entry.key, body + TEXTS);
  const nameBytes = target.write(entry.eventName, body + TEXTS + keyBytes);
  target.writeUInt16LE(keyBytes, body + KEY_LENGTH);
  target.writeUInt16LE(nameBytes, body + NAME_LENGTH);
  const value = body + TEXTS + keyBytes + nameBytes;
  entry.value.copy(target, value);
  const end = value + entry.value.length;
  target.writeUInt32LE(end - body, offset);
  target.writeUInt32LE(crc32(target.subarray(body, end)), offset + 4);
  return end;
}

/** Of the body; undefined where no frame says such a thing. */
export function bodyLength(head: Buffer, offset: number): number | undefined {
  const length = head.readUInt32LE(offset);
  return length >= TEXTS && length <= MAX_BODY_BYTES ? length : undefined;
}

export const isWhole = (head: Buffer, offset: number, body: Buffer): boolean =>
  head.readUInt32LE(offset + 4) === crc32(body) &&
  TEXTS + body.readUInt16LE(KEY_LENGTH) + body.readUInt16LE(NAME_LENGTH) <= body.length;

export const stampOf = (body: Buffer): number => body.readDoubleLE(STAMP);

/** A copy: the caller may change the value, and does not hold on to the chunk it was read with. */
export function readBody(body: Buffer): SpoolEntry {
  const own = Buffer.from(body);
  const name = TEXTS + own.readUInt16LE(KEY_LENGTH);
  const value = name + own.readUInt16LE(NAME_LENGTH);
  return {
    id: own.subarray(ID, KEY_LENGTH),
    key: own.toString("utf8", TEXTS, name),
    eventName: own.toString("utf8", name, value),
    time: own.readDoubleLE(TIME),
    value: own.subarray(value),
  };
}
