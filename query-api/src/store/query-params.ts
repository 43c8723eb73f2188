// Bound values as ClickHouse's client takes them.
import { TupleParam } from "@clickhouse/client";
import type { BoundValue, Query } from "../query/query.ts";

export const queryParams = (params: Query["params"]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramOf(value)]));

/** The client writes a list within a list as an array, unless it is told that it is a tuple. */
const paramOf = (value: BoundValue): unknown =>
  typeof value === "string" || typeof value === "number"
    ? value
    : value.map((one) => (typeof one === "string" ? one : new TupleParam(one)));
