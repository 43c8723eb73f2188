// The request that caused the event, and the free-form parts: whatever they hold, they never cost the event.
import { MAX_PART_BYTES, omittedText, type OmittablePart, type Request, type Truncation } from "@audit-log/schemas";
import { redactEndpoint } from "../privacy/endpoint.ts";
import type { JsonKeys } from "../text/json-key.ts";
import { jsonText } from "../text/json-text.ts";
import type { RequestInput } from "./event-input.ts";
import { optionalName, optionalText } from "./fields.ts";
import { boundedHeaders } from "./headers.ts";

/** `omits`: parts that the event never records. */
export const requestOf = (
  request: RequestInput,
  omits: readonly string[] | undefined,
  marks: Truncation[],
  keys: JsonKeys,
): Request => ({
  endpoint: optionalText(request.endpoint, "request.endpoint", marks, redactEndpoint) ?? "",
  method: optionalName(request.method, "request.method", marks),
  headers: headersOf(request, marks, keys),
  parameters: freeForm(request, "parameters", "request.parameters", omits, marks, keys),
  body: freeForm(request, "body", "request.body", omits, marks, keys),
});

/**
 * JSON text of one field of `holder`; null where it is absent. Reading it may throw: then the text says so.
 * A part that the event omits is not looked into: only whether it is there.
 */
export function freeForm<K extends string>(
  holder: { readonly [name in K]?: object | undefined },
  name: K,
  part: OmittablePart,
  omits: readonly string[] | undefined,
  marks: Truncation[],
  keys: JsonKeys,
): string | null {
  try {
    const value = holder[name];
    if (value === undefined || value === null) return null;
    return omits?.includes(part) ? omittedText(part) : jsonText(value, part, MAX_PART_BYTES, marks, keys);
  } catch {
    return UNREADABLE;
  }
}

function headersOf(request: RequestInput, marks: Truncation[], keys: JsonKeys): Record<string, string> {
  try {
    return request.headers === undefined ? {} : boundedHeaders(request.headers, marks, keys);
  } catch {
    return { unserializable: "reading it threw" };
  }
}

const UNREADABLE = '{"unserializable":"reading it threw"}';
