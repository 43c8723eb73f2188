// Where reading goes on: from position to position over the segments, past what is acknowledged or was marked as read.
import { open, type FileHandle } from "node:fs/promises";
import type { Acknowledged } from "./acknowledged.ts";
import { codeOf } from "./faults.ts";
import { FrameReader } from "./frame-reader.ts";
import { Positions } from "./positions.ts";
import { HEADER_BYTES, type Segment } from "./segment.ts";
import type { SegmentList } from "./segment-list.ts";

export interface Stored {
  position: number;
  segment: Segment;
  /** Valid until the next call of peek(). */
  body: Buffer;
}

/** A segment that can be read no further; its entries from `position` on are gone. */
export interface Unreadable {
  segment: Segment;
  position: number;
  bytes: number;
  reason: string;
}

interface OpenSegment {
  segment: Segment;
  file: FileHandle;
  frames: FrameReader;
  /** Of the frame that `frames` reads next. */
  position: number;
}

const TIDY = 32_768;

export class Cursor {
  readonly #segments: SegmentList;
  readonly #acknowledged: Acknowledged;
  readonly #marked = new Positions();
  readonly #onUnreadable: (unreadable: Unreadable) => void;
  #position: number;
  #open: OpenSegment | undefined;
  #held: Stored | undefined;

  constructor(segments: SegmentList, acknowledged: Acknowledged, onUnreadable: (unreadable: Unreadable) => void) {
    this.#segments = segments;
    this.#acknowledged = acknowledged;
    this.#onUnreadable = onUnreadable;
    this.#position = acknowledged.prefix;
  }

  /** The entry to read next, undefined where all that is durable was read. Throws what the disk throws. */
  async peek(): Promise<Stored | undefined> {
    for (;;) {
      this.#skip();
      const position = this.#position;
      const segment = this.#segments.at(position);
      if (segment === undefined) {
        // Kept open where more may come: it would be read from its beginning again.
        if (this.#open?.segment.pending === 0) await this.#leave();
        return undefined;
      }
      if (this.#held?.position === position) return this.#held;
      const body = await this.#read(segment, position);
      if (body !== undefined) return (this.#held = { position, segment, body });
    }
  }

  /** Past what peek() answered with. */
  advance(): void {
    if (this.#held !== undefined) this.#position = this.#held.position + 1;
  }

  isMarked(position: number): boolean {
    return position < this.#position || this.#marked.has(position);
  }

  /** As if it had been read. */
  mark(position: number, count: number): void {
    if (position === this.#position) this.#position += count;
    else for (let at = position; at < position + count; at++) this.#marked.add(at);
  }

  /** Back to the first entry that is not acknowledged; nothing is marked any more. */
  rewind(): void {
    this.#marked.clear();
    this.#position = this.#acknowledged.prefix;
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  #skip(): void {
    const before = this.#position;
    let at = Math.max(before, this.#acknowledged.prefix);
    const end = this.#segments.end;
    while (at < end && (this.#acknowledged.has(at) || this.#marked.has(at))) at++;
    this.#position = at;
    if (Math.floor(at / TIDY) !== Math.floor(before / TIDY)) this.#marked.dropBelow(at);
  }

  /** Undefined where the segment cannot be read there. */
  async #read(segment: Segment, position: number): Promise<Buffer | undefined> {
    try {
      const opened = await this.#enter(segment, position);
      for (;;) {
        const frame = await opened.frames.next(segment.bytes);
        if (frame.kind === "bad") return this.#giveUp(opened, position, frame.reason);
        if (frame.kind === "end") return this.#giveUp(opened, position, "short");
        if (opened.position++ === position) return frame.body;
      }
    } catch (cause) {
      if (codeOf(cause) !== "ENOENT") throw cause;
      return this.#giveUp({ segment, frames: { offset: HEADER_BYTES } }, position, "missing");
    }
  }

  #giveUp(at: { segment: Segment; frames: { offset: number } }, position: number, reason: string): undefined {
    const { segment, frames } = at;
    this.#onUnreadable({ segment, position, bytes: segment.bytes - frames.offset, reason });
  }

  /** The segment, opened, at that position or before it. */
  async #enter(segment: Segment, position: number): Promise<OpenSegment> {
    if (this.#open?.segment === segment && this.#open.position <= position) return this.#open;
    await this.#leave();
    const file = await open(segment.file, "r");
    this.#open = { segment, file, frames: new FrameReader(file, HEADER_BYTES), position: segment.first };
    return this.#open;
  }

  async #leave(): Promise<void> {
    const opened = this.#open;
    this.#open = undefined;
    this.#held = undefined;
    await opened?.file.close();
  }
}
