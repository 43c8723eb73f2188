// Appends to the end of a topic: the segment that is written, when another one begins, and what is taken back after a fault.
import type { SpoolClock } from "./clock.ts";
import type { SpoolEntry } from "./entry.ts";
import { SpoolUnavailable, unavailable } from "./faults.ts";
import type { CreateFile } from "./files.ts";
import type { Room } from "./room.ts";
import { HEADER_BYTES, Segment, segmentFile } from "./segment.ts";
import type { SegmentList } from "./segment-list.ts";
import { SegmentWriter } from "./segment-writer.ts";

export interface AppenderOptions {
  folder: string;
  segments: SegmentList;
  clock: SpoolClock;
  room: Room;
  /** A segment that has reached it is followed by another. */
  segmentBytes: number;
  create: CreateFile;
}

export class Appender {
  readonly #options: AppenderOptions;
  #writer: SegmentWriter | undefined;
  #busy = false;
  /** What a failed append left behind and must be gone before the next one. */
  #remains: SegmentWriter | undefined;

  constructor(options: AppenderOptions) {
    this.#options = options;
  }

  /**
   * Resolves with the first position once all is durable; `bytes` of room were taken for it, a header included.
   * `onDurable` is called right before the entries can be read. Throws SpoolUnavailable; one call at a time.
   */
  async append(
    entries: readonly SpoolEntry[],
    fingerprint: string,
    bytes: number,
    onDurable: (position: number) => void,
  ): Promise<number> {
    const { segments, clock, room } = this.#options;
    this.#busy = true;
    try {
      const position = segments.end;
      const writer = await this.#writerFor(fingerprint, position);
      const { segment } = writer;
      const written = await writer.write(entries, clock);
      if (segment.damaged) throw new SpoolUnavailable("the segment became unreadable", "DAMAGED");
      onDurable(position);
      if (segment.entries === 0) segments.push(segment);
      else room.give(HEADER_BYTES);
      segment.entries += entries.length;
      segment.pending += entries.length;
      segment.bytes += written.bytes;
      segment.newest = Math.max(segment.newest, written.newest);
      return position;
    } catch (cause) {
      room.give(bytes);
      if (this.#writer !== undefined) this.#remains = this.#writer;
      this.#writer = undefined;
      // Where this fails, too, the next append begins with it.
      await this.#mend().catch(() => undefined);
      throw unavailable("append to the spool", cause);
    } finally {
      this.#busy = false;
    }
  }

  /** Whether the segment may be deleted: it is not written any more, or was (and has that size) while no append is under way. */
  letGo(segment: Segment, minBytes: number): boolean {
    if (this.#remains?.segment === segment) return false;
    if (this.#writer?.segment !== segment) return true;
    if (this.#busy || (segment.bytes < minBytes && !segment.damaged)) return false;
    void this.#writer.close();
    this.#writer = undefined;
    return true;
  }

  async close(): Promise<void> {
    await this.#mend().catch(() => undefined);
    await this.#writer?.close();
    this.#writer = undefined;
  }

  async #writerFor(fingerprint: string, position: number): Promise<SegmentWriter> {
    await this.#mend();
    const { folder, segmentBytes, create } = this.#options;
    const segment = this.#writer?.segment;
    const goesOn =
      segment !== undefined && segment.fingerprint === fingerprint && segment.bytes < segmentBytes && !segment.damaged;
    if (this.#writer !== undefined && goesOn) return this.#writer;
    await this.#writer?.close();
    this.#writer = undefined;
    this.#writer = await SegmentWriter.create(
      new Segment(segmentFile(folder, position), position, fingerprint),
      create,
    );
    return this.#writer;
  }

  async #mend(): Promise<void> {
    await this.#remains?.cutBack();
    this.#remains = undefined;
  }
}
