// The first of two queries behind a page of the feed: which entries arrived. The skip index `received` leaves the granules that may have one.
import type { Arrival } from "./arrival.ts";
import { storedTimeOf } from "./entry-row.ts";
import { settings, TIME, type Query } from "./query.ts";
import { selectionConditions, type Selection } from "./selection.ts";
import type { Window } from "./window.ts";

/** Sorting key of audit.events, and when this copy of the event was received. */
export type ArrivedKey = readonly [scopeId: string, eventTime: string, id: string, receivedTime: string];

/** As that of a page by event time. */
const EXECUTION_SECONDS = 6;

/** In the order of arrival, each copy of an event that was received in the window and behind `after`. */
export function arrivedKeysQuery(selection: Selection, received: Window, after: Arrival, limit: number): Query {
  const { from, conditions, params } = selectionConditions(selection);
  return {
    sql: [
      "SELECT scope_id, event_time, event_id, received_time",
      `FROM ${from}`,
      `WHERE ${[
        ...conditions,
        `received_time >= {receivedStart:${TIME}}`,
        `received_time < {receivedEnd:${TIME}}`,
        `(received_time > {lastReceived:${TIME}} OR (received_time = {lastReceived:${TIME}} AND event_id > {lastId:UUID}))`,
      ].join("\n  AND ")}`,
      "ORDER BY received_time, event_id",
      "LIMIT {rows:UInt32}",
      settings({ max_execution_time: EXECUTION_SECONDS, max_result_rows: limit, result_overflow_mode: "throw" }),
    ].join("\n"),
    params: {
      ...params,
      receivedStart: storedTimeOf(received.start),
      receivedEnd: storedTimeOf(received.end),
      lastReceived: storedTimeOf(after.receivedTime),
      lastId: after.id,
      rows: limit,
    },
  };
}
