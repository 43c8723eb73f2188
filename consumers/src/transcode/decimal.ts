// Integers as JavaScript's String() writes them, without making a string.

const ZERO = 0x30;
const MINUS = 0x2d;
/** So many digits at a time are an integer of the machine. */
const LOW_DIGITS = 8;
const LOW = 10 ** LOW_DIGITS;

/** The most that an integer within ±2^53 takes. */
export const MAX_DECIMAL_BYTES = 17;

/** Exact for integers within ±2^53. Returns the new end; there must be room. */
export function writeDecimal(value: number, to: Buffer, end: number): number {
  if (value < 0) {
    to[end] = MINUS;
    return writeDecimal(-value, to, end + 1);
  }
  if (value < LOW) return writeDigits(value, digitsOf(value), to, end);
  const high = Math.floor(value / LOW);
  return writeDigits(value - high * LOW, LOW_DIGITS, to, writeDecimal(high, to, end));
}

/** How many a number below LOW has. */
function digitsOf(value: number): number {
  if (value < 1e4) return value < 1e2 ? (value < 1e1 ? 1 : 2) : value < 1e3 ? 3 : 4;
  return value < 1e6 ? (value < 1e5 ? 5 : 6) : value < 1e7 ? 7 : 8;
}

/** So many, with zeros before them where the number has fewer. */
function writeDigits(value: number, digits: number, to: Buffer, end: number): number {
  let rest = value | 0;
  for (let at = end + digits - 1; at >= end; at--) {
    const tenth = (rest / 10) | 0;
    to[at] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return end + digits;
}
