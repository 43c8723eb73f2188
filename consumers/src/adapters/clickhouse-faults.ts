// ClickHouse's error codes, classified once. What is not listed is tried three times and then stops the worker:
// an unknown fault is more likely a bug of ours than bad data, and bad data never gets this far.
import { ClickHouseError } from "@clickhouse/client";
import type { Verdict } from "../retry.ts";

/** Passing faults: load, time-outs, replication, connections to its own parts. */
const PASSING = new Set([
  159, // TIMEOUT_EXCEEDED
  198, // DNS_ERROR
  201, // QUOTA_EXCEEDED
  202, // TOO_MANY_SIMULTANEOUS_QUERIES
  203, // NO_FREE_CONNECTION
  209, // SOCKET_TIMEOUT
  210, // NETWORK_ERROR
  236, // ABORTED
  241, // MEMORY_LIMIT_EXCEEDED
  242, // TABLE_IS_READ_ONLY
  243, // NOT_ENOUGH_SPACE
  244, // UNEXPECTED_ZOOKEEPER_ERROR
  254, // TOO_MANY_UNAVAILABLE_SHARDS
  279, // ALL_CONNECTION_TRIES_FAILED
  285, // TOO_FEW_LIVE_REPLICAS
  286, // UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE
  289, // REPLICA_IS_NOT_IN_QUORUM
  290, // LIMIT_EXCEEDED
  319, // UNKNOWN_STATUS_OF_INSERT
  364, // IP_ADDRESS_NOT_ALLOWED
  384, // CANNOT_ASSIGN_ALTER
  394, // QUERY_WAS_CANCELLED
  999, // KEEPER_EXCEPTION
  1000, // POCO_EXCEPTION
]);

const TOO_MANY_PARTS = 252;

/** Faults that no repetition mends: our statement or our rights are wrong. */
const FINAL = new Set([
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  47, // UNKNOWN_IDENTIFIER
  53, // TYPE_MISMATCH
  60, // UNKNOWN_TABLE
  62, // SYNTAX_ERROR
  81, // UNKNOWN_DATABASE
  192, // UNKNOWN_USER
  497, // ACCESS_DENIED
  516, // AUTHENTICATION_FAILED
]);

export function verdictOfClickHouse(cause: unknown): Verdict {
  if (!(cause instanceof ClickHouseError)) return isBugOfOurs(cause) ? "unsure" : "retry";
  const code = Number(cause.code);
  // The same code means "for a moment" (merges are behind) or "for ever" (more than 100 day partitions in one block).
  if (code === TOO_MANY_PARTS)
    return cause.message.includes("Too many partitions for single INSERT") ? "stop" : "retry";
  if (PASSING.has(code)) return "retry";
  return FINAL.has(code) ? "stop" : "unsure";
}

/**
 * Whatever else is thrown says that the other side did not answer as ClickHouse does: a connection refused or reset, a time-out, a proxy's
 * own 502. Whether the insert happened is unknown then, and the token makes a repeat safe. Only an error of the language itself is ours.
 */
const isBugOfOurs = (cause: unknown): boolean =>
  cause instanceof TypeError ||
  cause instanceof RangeError ||
  cause instanceof ReferenceError ||
  !(cause instanceof Error);
