// The query behind how far events are stored, as a value.
import { INGEST_PROGRESS_TABLE } from "@audit-log/schemas";
import { settings, type Query } from "./query.ts";

/** Per domain: milliseconds UTC of the partition that is least far, and of the record that waits longest, 0 where none does. */
const SQL = [
  "SELECT domain, toUnixTimestamp64Milli(min(until)), toUnixTimestamp64Milli(minIf(since, since > toDateTime64(0, 3, 'UTC')))",
  "FROM (",
  "  SELECT argMax(p.domain, p.settled_until) AS domain, max(p.settled_until) AS until, argMax(p.waiting_since, p.settled_until) AS since",
  `  FROM ${INGEST_PROGRESS_TABLE} AS p`,
  "  GROUP BY p.topic, p.partition",
  ")",
  "GROUP BY domain",
  settings({ max_execution_time: 2 }),
].join("\n");

export const progressQuery = (): Query => ({ sql: SQL, params: {} });
