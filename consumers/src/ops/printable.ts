// Text of unknown origin, fit for a terminal: what a sender wrote must not move the cursor, ring, or hide a line.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

export const printable = (text: string): string =>
  text.replaceAll(UNPRINTABLE, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);

const TELLS_A_SECRET = /auth|cookie|token|secret|passw|api[-_]?key|credential|signature/i;
const HIDDEN = "[hidden]";

/** Headers as an object of texts; what lets somebody in is not shown. */
export function shownHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, TELLS_A_SECRET.test(name) ? HIDDEN : headerText(value)]),
  );
}

function headerText(value: unknown): string {
  if (Array.isArray(value)) return value.map(headerText).join(", ");
  return Buffer.isBuffer(value) ? bytesText(value) : String(value);
}

/** The text where the bytes are one, else their hexadecimal digits. */
export function bytesText(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? `0x${bytes.toString("hex")}` : text;
}

const LINE_BYTES = 16;

/** The first bytes, sixteen to a line, as hexadecimal digits and as text. */
export function hexLines(bytes: Buffer, most: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(most, bytes.length); at += LINE_BYTES) {
    const part = bytes.subarray(at, Math.min(at + LINE_BYTES, most));
    const digits = part
      .toString("hex")
      .replaceAll(/(..)/g, "$1 ")
      .padEnd(LINE_BYTES * 3);
    lines.push(
      `${at.toString(16).padStart(4, "0")}  ${digits} ${part.toString("latin1").replaceAll(/[^\x20-\x7e]/g, ".")}`,
    );
  }
  return lines;
}

export function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`;
}

export const timeText = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? `${milliseconds} ms` : date.toISOString();
};
