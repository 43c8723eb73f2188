// Finds rows in bytes: where each value begins and ends, without making anything of it.
import { StoreUnavailable } from "../../store/entry-store.ts";
import { MARK, MARK_BYTES, widths } from "./columns.ts";

/** Far above the largest event: what claims to be longer is no row. */
const MOST_BYTES = 16 * 1024 * 1024;

const MARKED = [0, 8, 16, 24].map((shift) => (MARK >>> shift) & 0xff);

export class RowReader {
  /** Of the row that was read last. */
  bytes: Buffer = Buffer.alloc(0);
  view = viewOf(this.bytes);
  readonly starts = new Int32Array(widths.length);
  readonly ends = new Int32Array(widths.length);

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
    for (let place = 0; place < widths.length; place += 1) {
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
      starts[place] = at;
      at += length;
      if (at > until) return -1;
      ends[place] = at;
    }
    return at;
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const isMarked = (bytes: Buffer, at: number): boolean =>
  bytes[at] === MARKED[0] && bytes[at + 1] === MARKED[1] && bytes[at + 2] === MARKED[2] && bytes[at + 3] === MARKED[3];

export const brokenOff = (): StoreUnavailable => new StoreUnavailable("ClickHouse broke its answer off");
