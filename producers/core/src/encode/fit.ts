// Keeps an encoded event within its size: the largest free-form parts are cut to a common level, and the event is encoded once more.
// It always fits: names, texts and details are bounded to less than an event on their own.
import { type AuditEvent, MAX_EVENT_BYTES, type Truncation } from "@audit-log/schemas";
import { cutUtf8, utf8Bytes } from "../text/cut.ts";

/** Room for the marks themselves. */
const MARKS_BYTES = 512;

/** The event with its free-form parts cut, given the size it was encoded to. */
export function fit(event: AuditEvent, encodedBytes: number): AuditEvent {
  const request = event.request ?? undefined;
  const parts = [request?.body, request?.parameters, event.result].map((text) => utf8Bytes(text ?? ""));
  const level = levelFor(
    parts,
    parts.reduce((sum, bytes) => sum + bytes, 0) - (encodedBytes + MARKS_BYTES - MAX_EVENT_BYTES),
  );
  const marks = [...(event.truncations ?? [])];
  const cut = (text: string | null | undefined, part: string): string | null =>
    text === null || text === undefined ? null : cutAgain(text, level, part, marks);
  return {
    ...event,
    request: request && {
      ...request,
      body: cut(request.body, "request.body"),
      parameters: cut(request.parameters, "request.parameters"),
    },
    result: cut(event.result, "result"),
    truncations: marks,
  };
}

/** The largest size at which the parts together do not exceed `total`. */
function levelFor(parts: readonly number[], total: number): number {
  let room = Math.max(0, total);
  let level = 0;
  for (const [index, bytes] of parts.toSorted((a, b) => a - b).entries()) {
    level = room / (parts.length - index);
    if (bytes > level) return Math.floor(level);
    room -= bytes;
  }
  return Math.floor(Math.max(level, ...parts));
}

/** A part that was cut before keeps its first mark, which knows the original size. */
function cutAgain(text: string, level: number, part: string, marks: Truncation[]): string {
  const kept = cutUtf8(text, level);
  if (kept.length < text.length && !marks.some((mark) => mark.part === part))
    marks.push({ part, originalBytes: utf8Bytes(text) });
  return kept;
}
