// Values that people write in another way than they are stored.
import type { Value } from "../kinds/kind.ts";

export const upperCase = ({ text, prefix }: Value): Value => ({ text: text.toUpperCase(), prefix });

const TRACE_ID = /^[0-9a-f]{32}$/;

/** A trace id is found as what the trace context begins with (W3C Trace Context, version 00), so that an index on the column serves. */
export function traceValue({ text, prefix }: Value): Value {
  const lower = text.toLowerCase();
  return !prefix && TRACE_ID.test(lower) ? { text: `00-${lower}-`, prefix: true } : { text: lower, prefix };
}
