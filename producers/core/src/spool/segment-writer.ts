// Appends to one segment: written in slices, made durable by one fdatasync per call. Says nothing of what is durable: the caller does.
import { unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { SpoolClock } from "./clock.ts";
import type { SpoolEntry } from "./entry.ts";
import { codeOf } from "./faults.ts";
import { type CreateFile, syncFolder, type WritableFile, writeAll } from "./files.ts";
import { frameBytes, writeFrame } from "./frame.ts";
import { HEADER_BYTES, type Segment, segmentHeader } from "./segment.ts";

/** Bounds memory, and how long the event loop is kept by one slice (under a millisecond). */
const SLICE_BYTES = 256 * 1024;

export class SegmentWriter {
  readonly segment: Segment;
  readonly #file: WritableFile;

  private constructor(segment: Segment, file: WritableFile) {
    this.segment = segment;
    this.#file = file;
  }

  static async create(segment: Segment, create: CreateFile): Promise<SegmentWriter> {
    return new SegmentWriter(segment, await create(segment.file));
  }

  /** Resolves when everything is durable, with the bytes written and the highest stamp. */
  async write(entries: readonly SpoolEntry[], clock: SpoolClock): Promise<{ bytes: number; newest: number }> {
    const { segment } = this;
    const isNew = segment.entries === 0;
    if (isNew) await writeAll(this.#file, segmentHeader(segment.first, segment.fingerprint), 0);
    let at = segment.bytes;
    let newest = -Infinity;
    for (let next = 0; next < entries.length;) {
      const slice = sliceOf(entries, next);
      const buffer = Buffer.allocUnsafe(slice.bytes);
      let offset = 0;
      for (const entry of slice.entries) {
        const stamp = clock.stamp(entry.time);
        newest = Math.max(newest, stamp);
        offset = writeFrame(buffer, offset, entry, stamp);
      }
      await writeAll(this.#file, buffer, at);
      at += buffer.length;
      next += slice.entries.length;
    }
    await this.#file.datasync();
    if (isNew) await syncFolder(dirname(segment.file));
    return { bytes: at - segment.bytes, newest };
  }

  /** Takes back what is not durable, and closes. May be called again where it fails. */
  async cutBack(): Promise<void> {
    if (this.segment.entries === 0) await removeFile(this.segment.file);
    else {
      await this.#file.truncate(this.segment.bytes);
      // Or the rest would be there again after a power cut, in front of a segment that begins with the same positions.
      await this.#file.sync();
    }
    await this.close();
  }

  /** Never throws: what counts was synced before, and a handle that does not close cannot be closed again. */
  close(): Promise<void> {
    return this.#file.close().catch(() => undefined);
  }
}

/** With a header, which a new segment needs. Throws EntryRefused. */
export const appendBytes = (entries: readonly SpoolEntry[]): number =>
  entries.reduce((bytes, entry) => bytes + frameBytes(entry), HEADER_BYTES);

export async function removeFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
  }
}

function sliceOf(entries: readonly SpoolEntry[], from: number): { entries: readonly SpoolEntry[]; bytes: number } {
  let bytes = 0;
  let to = from;
  for (let entry = entries[to]; entry !== undefined && bytes < SLICE_BYTES; entry = entries[++to])
    bytes += frameBytes(entry);
  return { entries: entries.slice(from, to), bytes };
}
