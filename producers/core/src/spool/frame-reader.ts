// Frames one after the other, read in chunks of 256 KiB (more for a frame that is larger).
import type { FileHandle } from "node:fs/promises";
import { bodyLength, FRAME_HEAD_BYTES, isWhole } from "./frame.ts";

export type Frame =
  /** Valid until the next call. */
  | { kind: "frame"; body: Buffer }
  | { kind: "end" }
  /** `behind`: the offset behind the bad frame, as far as its length can be believed. */
  | { kind: "bad"; reason: "short" | "checksum" | "length"; behind: number };

const CHUNK_BYTES = 256 * 1024;

export class FrameReader {
  /** Of the next frame. */
  offset: number;
  readonly #file: FileHandle;
  #memory = Buffer.alloc(0);
  /** The part of the file that is in memory. */
  #from = 0;
  #to = 0;

  constructor(file: FileHandle, offset: number) {
    this.#file = file;
    this.offset = offset;
  }

  /** `end`: where the file's frames end; it may grow from call to call. */
  async next(end: number): Promise<Frame> {
    if (this.offset >= end) return { kind: "end" };
    if (!(await this.#have(FRAME_HEAD_BYTES, end))) return { kind: "bad", reason: "short", behind: end };
    const length = bodyLength(this.#memory, this.offset - this.#from);
    if (length === undefined) return { kind: "bad", reason: "length", behind: this.offset };
    if (!(await this.#have(FRAME_HEAD_BYTES + length, end))) return { kind: "bad", reason: "short", behind: end };
    const at = this.offset - this.#from;
    const body = this.#memory.subarray(at + FRAME_HEAD_BYTES, at + FRAME_HEAD_BYTES + length);
    const behind = this.offset + FRAME_HEAD_BYTES + length;
    if (!isWhole(this.#memory, at, body)) return { kind: "bad", reason: "checksum", behind };
    this.offset = behind;
    return { kind: "frame", body };
  }

  /** False where the file ends before. */
  async #have(bytes: number, end: number): Promise<boolean> {
    if (this.offset >= this.#from && this.offset + bytes <= this.#to) return true;
    if (this.offset + bytes > end) return false;
    const wanted = Math.min(end - this.offset, Math.max(CHUNK_BYTES, bytes));
    if (this.#memory.length < wanted) this.#memory = Buffer.allocUnsafe(Math.max(wanted, this.#memory.length));
    this.#from = this.offset;
    this.#to = this.offset;
    while (this.#to < this.#from + wanted) {
      const done = this.#to - this.#from;
      const { bytesRead } = await this.#file.read(this.#memory, done, wanted - done, this.#to);
      if (bytesRead === 0) break;
      this.#to += bytesRead;
    }
    return this.offset + bytes <= this.#to;
  }
}
