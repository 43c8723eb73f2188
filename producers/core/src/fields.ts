// Reads the plain fields of an input: checked where an event cannot do without, bounded, well-formed. Messages never carry a value.
import type { Truncation } from "@audit-log/schemas";
import { cutName, cutUtf8, utf8Bytes } from "./cut.ts";
import { LOOKAHEAD, redactText } from "./redact-text.ts";
import { Refused } from "./refusal.ts";

/** Longest endpoint, user agent and outcome message, UTF-8 bytes. */
export const MAX_TEXT_BYTES = 8 * 1024;

/** A name or id that the event cannot do without. */
export function requiredName(value: unknown, field: string, marks: Truncation[]): string {
  if (typeof value !== "string" || value === "") throw new Refused(`${field}: expected text that is not empty`);
  return cutName(value, field, marks);
}

export const optionalName = (value: unknown, field: string, marks: Truncation[]): string | null =>
  value === undefined || value === null ? null : cutName(asText(value, field), field, marks);

/** Longer text, with secrets in it redacted. */
export function optionalText(value: unknown, field: string, marks: Truncation[], redact = redactText): string | null {
  if (value === undefined || value === null) return null;
  const text = asText(value, field);
  const redacted = redact(text.slice(0, MAX_TEXT_BYTES + LOOKAHEAD));
  const kept = cutUtf8(redacted, MAX_TEXT_BYTES);
  if (kept.length < redacted.length || text.length > MAX_TEXT_BYTES + LOOKAHEAD)
    marks.push({ part: field, originalBytes: utf8Bytes(text) });
  return kept.toWellFormed();
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], field: string): T {
  const found = allowed.find((symbol) => symbol === value);
  if (found === undefined) throw new Refused(`${field}: expected one of ${allowed.join(", ")}`);
  return found;
}

/** Milliseconds UTC. */
export function milliseconds(value: unknown, field: string): number {
  const time = value instanceof Date ? value.getTime() : value;
  if (typeof time !== "number" || !Number.isFinite(time) || Math.abs(time) > 8.64e15)
    throw new Refused(`${field}: expected a valid Date or milliseconds UTC`);
  return Math.trunc(time);
}

/** A caller without types may hand over a number for an id: the event matters more. */
function asText(value: unknown, field: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  throw new Refused(`${field}: expected text`);
}
