// What makes several requests one event, and what that event says of them.
import type { Window } from "../query/window.ts";
import type { Reader } from "./reader.ts";
import type { Refusal, Search, View } from "./recording.ts";

/** The first that differ; there may be any number. */
const MAX_ATTEMPTED_IDS = 10;

/** Who, from where and with what: a token that is used from two places is told apart. */
const byReader = ({ subject, sourceIpAddress, userAgent }: Reader) => [subject, sourceIpAddress, userAgent];

export const viewKey = ({ reader, scope, apiVersion, status, includesDescendants, kind, entryId }: View): string =>
  JSON.stringify([...byReader(reader), scope, apiVersion, status, includesDescendants, kind, entryId]);

export const searchKey = ({ reader, scope, apiVersion, status, includesDescendants, kind, filter }: Search): string =>
  JSON.stringify([...byReader(reader), scope, apiVersion, status, includesDescendants, kind, filter]);

/** Neither place nor program, which a caller can vary without end, nor what was tried: the scope whose log it fills, and who fills it. */
export const refusalKey = ({ reader: { subject }, scope, reason }: Refusal): string =>
  JSON.stringify([subject, scope, reason]);

export const mergedViews = (former: View, latter: View): View => ({ ...latter, ...summed(former, latter) });
export const mergedSearches = (former: Search, latter: Search): Search => ({ ...latter, ...summed(former, latter) });
export const mergedRefusals = (former: Refusal, latter: Refusal): Refusal => ({
  ...latter,
  reads: former.reads + latter.reads,
  firstAt: former.firstAt,
  attempted: {
    type: former.attempted.type,
    ids: [...new Set([...former.attempted.ids, ...latter.attempted.ids])].slice(0, MAX_ATTEMPTED_IDS),
  },
});

function summed(former: View | Search, latter: View | Search) {
  const bytes = former.bytes === undefined || latter.bytes === undefined ? undefined : former.bytes + latter.bytes;
  return {
    reads: former.reads + latter.reads,
    rows: former.rows + latter.rows,
    bytes,
    firstAt: former.firstAt,
    window: spanning(former.window, latter.window),
  };
}

function spanning(one: Window | undefined, other: Window | undefined): Window | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
