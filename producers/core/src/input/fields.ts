// Reads the plain fields of an input: checked where an event cannot do without, bounded, well-formed. Messages never carry a value.
import {
  FUTURE_TOLERANCE_MS,
  MAX_NAME_LENGTH,
  RETENTION_DAYS,
  RETENTION_MS,
  type Truncation,
} from "@audit-log/schemas";
import { isPlain, look } from "../privacy/look.ts";
import { LOOKAHEAD, redactText } from "../privacy/redact-text.ts";
import { cutName, cutUtf8, utf8Bytes } from "../text/cut.ts";
import { Refused } from "./refusal.ts";

/** Longest endpoint, user agent and outcome message, UTF-8 bytes. */
export const MAX_TEXT_BYTES = 8 * 1024;

/** A name or id that the event cannot do without. */
export function requiredName(value: unknown, field: string, marks: Truncation[]): string {
  if (typeof value !== "string" || value === "") throw new Refused(`${field}: expected text that is not empty`);
  return cutName(value, field, marks);
}

/** A short text, with secrets in it redacted. */
export function optionalName(value: unknown, field: string, marks: Truncation[]): string | null {
  if (value === undefined || value === null) return null;
  const text = asText(value);
  if (text === undefined) return dropped(field, marks);
  if (text.length <= MAX_NAME_LENGTH && isPlain(look(text))) return text;
  const redacted = redactText(text.slice(0, MAX_NAME_LENGTH + LOOKAHEAD));
  return cutName(redacted, field, marks, text);
}

/** An id stays as it is, whatever it is made of; one that is a URL loses its password. */
export const requiredId = (value: unknown, field: string, marks: Truncation[]): string =>
  requiredName(
    typeof value === "string" && value.includes("://") ? redactText(value.slice(0, LOOKAHEAD)) : value,
    field,
    marks,
  );

/** Longer text, with secrets in it redacted. */
export function optionalText(value: unknown, field: string, marks: Truncation[], redact = redactText): string | null {
  if (value === undefined || value === null) return null;
  const text = asText(value);
  if (text === undefined) return dropped(field, marks);
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

/** Milliseconds UTC that the worker will take: within retention, and hardly ahead of the clock. */
export function eventTimeOf(value: unknown, now: number): number {
  const time = milliseconds(value, "eventTime");
  if (time < now - RETENTION_MS)
    throw new Refused(
      `eventTime: more than ${RETENTION_DAYS} days ago; milliseconds are expected, were these seconds?`,
    );
  if (time > now + FUTURE_TOLERANCE_MS)
    throw new Refused("eventTime: more than 24 hours ahead; milliseconds are expected, were these microseconds?");
  return time;
}

/** A caller without types may hand over a number for an id: the event matters more. */
function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : undefined;
}

/** A side field that does not fit is left out, with a mark, and does not cost the event. */
export function dropped(field: string, marks: Truncation[]): null {
  if (!marks.some(({ part }) => part === field)) marks.push({ part: field, originalBytes: 0 });
  return null;
}
