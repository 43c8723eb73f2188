// The query behind how far events are stored, as a value.
import { PARTITION_PROGRESS, RETENTION_MS } from "@audit-log/schemas";
import { storedTimeOf } from "./entry-row.ts";
import { settings, type Query } from "./query.ts";

/** Per domain: milliseconds UTC of the partition that is least far, and of the record that waits longest, 0 where none does. */
const SQL = [
  "SELECT domain, toUnixTimestamp64Milli(min(until)), toUnixTimestamp64Milli(minIf(since, since > toDateTime64(0, 3, 'UTC')))",
  "FROM (",
  "  SELECT argMax(p.domain, p.settled_until) AS domain, max(p.settled_until) AS until, argMax(p.waiting_since, p.settled_until) AS since",
  `  FROM ${PARTITION_PROGRESS} AS p`,
  "  GROUP BY p.topic, p.partition",
  ")",
  "GROUP BY domain",
  settings({ max_execution_time: 2 }),
].join("\n");

/** `now`: milliseconds UTC. A partition that was silent for longer than entries are kept holds nobody back. */
export const progressQuery = (now: number): Query => ({
  sql: SQL,
  params: { heardSince: storedTimeOf(now - RETENTION_MS) },
});
