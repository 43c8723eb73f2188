// Tells faults that pass by themselves (answered 503) from ours (a wrong query, a wrong password: logged, answered 500).
import { ClickHouseError } from "@clickhouse/client";
import { StoreUnavailable } from "./entry-store.ts";

// Time-outs (159, 160, 209), too many queries (202, 203), memory (241), network (198, 210, 279), cancelled (394),
// read-only or missing replicas (242, 285, 286, 999), overload and shutting down (236, 745), too many bytes or rows (158, 307, 396).
const PASSING_CODES: ReadonlySet<string> = new Set(
  [158, 159, 160, 198, 202, 203, 209, 210, 236, 241, 242, 279, 285, 286, 307, 394, 396, 745, 999].map(String),
);

/** The fault to throw. Whatever the server did not say itself is the network's, or a body cut off in the middle. */
export function storeFault(cause: unknown): unknown {
  if (cause instanceof ClickHouseError && !PASSING_CODES.has(cause.code)) return cause;
  return new StoreUnavailable("ClickHouse did not answer the query", { cause });
}
