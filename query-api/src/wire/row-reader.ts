// Finds rows in bytes: where each value begins and ends, without making anything of it.
import { StoreUnavailable } from "../store/entry-store.ts";
import { BOUNDARY, FIRST_BEHIND, FIRST_PART, MARK, MARK_BYTES, placed, SEPARATOR, widths } from "./columns.ts";

/** Far above the largest event: what claims to be longer is no row. */
const MOST_BYTES = 16 * 1024 * 1024;

const MARKED = [0, 8, 16, 24].map((shift) => (MARK >>> shift) & 0xff);

export class RowReader {
  /** Of the row that was read last. */
  bytes: Buffer = Buffer.alloc(0);
  view = viewOf(this.bytes);
  /** Of each value, by its place. */
  readonly starts = new Int32Array(placed.length);
  readonly ends = new Int32Array(placed.length);

  /**
   * Reads the row at `from`: where the next one begins, or -1 where more bytes are needed. A row counts once the next one's mark, or the end of
   * all, is seen behind it, because a fault may cut a row anywhere. `isLast`: no bytes follow these. Throws StoreUnavailable where the answer was broken off.
   */
  read(bytes: Buffer, from: number, isLast: boolean): number {
    const until = bytes.length;
    if (until - from < MARK_BYTES) return -1;
    if (!isMarked(bytes, from)) throw brokenOff();
    const end = this.#values(bytes, from + MARK_BYTES);
    if (end < 0) {
      if (until - from > MOST_BYTES) throw brokenOff();
      return -1;
    }
    if (isLast && end === until) return end;
    if (until - end < MARK_BYTES) return -1;
    if (!isMarked(bytes, end)) throw brokenOff();
    return end;
  }

  #values(bytes: Buffer, from: number): number {
    const { starts, ends } = this;
    const until = bytes.length;
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.view = viewOf(bytes);
    }
    let at = from;
    for (let place = 0; place <= widths.length; place += 1) {
      let length = widths[place] ?? 0;
      if (length === 0) {
        length = bytes[at++] ?? 0;
        if (length >= 0x80) {
          length &= 0x7f;
          for (let shift = 7; ; shift += 7) {
            const byte = bytes[at++] ?? 0;
            length |= (byte & 0x7f) << shift;
            if (byte < 0x80) break;
            if (shift > 21) throw brokenOff();
          }
        }
        if (length > MOST_BYTES) throw brokenOff();
      }
      if (at + length > until) return -1;
      if (place === widths.length) this.#parts(at, at + length);
      else {
        starts[place] = at;
        ends[place] = at + length;
      }
      at += length;
    }
    return at;
  }

  /** Of an entry, four bytes at a time. A part that is not there is empty, and what follows the last is of a later version: neither is a fault. */
  #parts(from: number, until: number): void {
    const { bytes, view, starts, ends } = this;
    let place = FIRST_PART;
    let start = from;
    for (let at = from; at < until;) {
      if (at + 4 <= until && !hasSeparator(view.getInt32(at, true))) {
        at += 4;
        continue;
      }
      if (bytes[at] !== SEPARATOR) {
        at += 1;
        continue;
      }
      if (place === placed.length) return;
      // The boundary is a part of its own, and no value.
      const isBoundary = place === FIRST_BEHIND && bytes[start] === BOUNDARY;
      if (!isBoundary) {
        starts[place] = start;
        ends[place] = at;
        place += 1;
      }
      at += 1;
      start = at;
    }
    for (; place < placed.length; place += 1) {
      starts[place] = start;
      ends[place] = until;
      start = until;
    }
  }
}

/** Whether a byte of four is FF: of their complement, whether one is 0. */
function hasSeparator(four: number): boolean {
  const rest = ~four;
  return ((rest - 0x0101_0101) & ~rest & 0x8080_8080) !== 0;
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const isMarked = (bytes: Buffer, at: number): boolean =>
  bytes[at] === MARKED[0] && bytes[at + 1] === MARKED[1] && bytes[at + 2] === MARKED[2] && bytes[at + 3] === MARKED[3];

export const brokenOff = (): StoreUnavailable => new StoreUnavailable("ClickHouse broke its answer off");
