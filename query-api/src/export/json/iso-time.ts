// Milliseconds on the wire as ISO 8601.
import { type ByteWriter, Piece } from "./byte-writer.ts";
import { DAY_MS } from "@audit-log/schemas";

const TWO = Array.from({ length: 100 }, (_none, value) => {
  const [tens = 0, ones = 0] = Buffer.from(String(value).padStart(2, "0"));
  return tens | (ones << 8);
});
const THREE_DIGITS = 100;

/** Writes times; that of a day which it wrote last is remembered. */
export class IsoTime {
  #day = Number.NaN;
  #date = new Piece("");

  /** 24 bytes, for the years from 0 to 9999. Room must be reserved. */
  write(milliseconds: number, to: ByteWriter): void {
    const day = Math.floor(milliseconds / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#date = new Piece(new Date(day * DAY_MS).toISOString().slice(0, 11));
    }
    to.piece(this.#date);
    const rest = milliseconds - day * DAY_MS;
    const seconds = Math.floor(rest / 1000);
    const minutes = Math.floor(seconds / 60);
    const { view, bytes, end } = to;
    view.setUint16(end, TWO[Math.floor(minutes / 60)] ?? 0, true);
    bytes[end + 2] = 0x3a;
    view.setUint16(end + 3, TWO[minutes % 60] ?? 0, true);
    bytes[end + 5] = 0x3a;
    view.setUint16(end + 6, TWO[seconds % 60] ?? 0, true);
    bytes[end + 8] = 0x2e;
    const thousandths = rest - seconds * 1000;
    bytes[end + 9] = 0x30 + Math.floor(thousandths / THREE_DIGITS);
    view.setUint16(end + 10, TWO[thousandths % THREE_DIGITS] ?? 0, true);
    bytes[end + 12] = 0x5a;
    to.end = end + 13;
  }
}

/** As a double, which holds every time exactly. */
export const millisecondsAt = (view: DataView, at: number): number =>
  view.getInt32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
