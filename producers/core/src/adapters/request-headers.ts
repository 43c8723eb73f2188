// Headers that name a request across services, taken only where they are well-formed: what is recorded and sent back is not the caller's to shape.
export const CORRELATION_HEADER = "x-request-id";

type Header = string | readonly string[] | undefined;

/** Letters, digits and the signs of the usual formats (UUID, ULID, trace ids); at most 128 characters. */
export const correlationIdIn = (header: Header): string | undefined =>
  typeof header === "string" && /^[\w.:/+=@-]{1,128}$/.test(header) ? header : undefined;

/**
 * W3C Trace Context: version, trace id, parent id, flags; ids are not all zeros. What a later version appends is left out and the rest
 * is told as version 00, as the specification asks (https://www.w3.org/TR/trace-context/#versioning-of-traceparent).
 */
export function traceparentIn(header: Header): string | undefined {
  if (typeof header !== "string") return undefined;
  const [, version, ids, flags, more] = TRACEPARENT.exec(header) ?? [];
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  return `00-${ids}-${flags}`;
}

const TRACEPARENT = /^([\da-f]{2})-((?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16})-([\da-f]{2})(-.*)?$/;
