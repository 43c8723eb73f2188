// Whether a text occurs in another, upper and lower case alike. The same in ClickHouse and here: lowerUTF8 and toLowerCase agree on every
// code point up to U+1FFFF (compared one by one); positionCaseInsensitiveUTF8 differs on some hundred of them.
import type { Bind } from "./kind.ts";

/** ClickHouse's lowerUTF8. */
export const fold = (text: string): string => text.toLowerCase();

export const folded = (column: string): string => `lowerUTF8(${column})`;

/** `needle`: the placeholder of a folded text. */
export const contains = (column: string, needle: string): string => `position(${folded(column)}, ${needle}) > 0`;

/**
 * How a text may stand in JSON: as it is, and with its quotes, backslashes and control characters escaped. Folded; one where both are the same.
 */
export function jsonNeedles(text: string): string[] {
  return [...new Set([text, JSON.stringify(text).slice(1, -1)].map(fold))];
}

export const bindNeedle = (text: string, bind: Bind): string => bind(fold(text), "String");
