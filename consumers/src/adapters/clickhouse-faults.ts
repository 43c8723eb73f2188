// ClickHouse's error codes, classified once, each with its reason. What is not listed is tried three times and then stops the worker: an
// unknown fault is more likely a bug of ours than bad data, and bad data hardly gets this far.
import { ClickHouseError } from "@clickhouse/client";
import type { Verdict } from "../retry.ts";

type Classified = readonly [code: number, name: string, verdict: Verdict, reason: string];

const CODES: readonly Classified[] = [
  [16, "NO_SUCH_COLUMN_IN_TABLE", "stop", "the table lacks a column: run the migrations"],
  [27, "CANNOT_PARSE_INPUT_ASSERTION_FAILED", "stop", "our block is not what our statement says: a bug"],
  [47, "UNKNOWN_IDENTIFIER", "stop", "the table lacks a column: run the migrations"],
  [53, "TYPE_MISMATCH", "stop", "the table has a column of another type: run the migrations"],
  [60, "UNKNOWN_TABLE", "stop", "there is no table: run the migrations"],
  [62, "SYNTAX_ERROR", "stop", "our statement is not SQL of this server: a bug, or too old a server"],
  [81, "UNKNOWN_DATABASE", "stop", "there is no database: run the migrations"],
  [131, "TOO_LARGE_STRING_SIZE", "bisect", "a text of an event is larger than this server takes"],
  [159, "TIMEOUT_EXCEEDED", "retry", "the server was too slow this time"],
  [192, "UNKNOWN_USER", "stop", "the worker's user does not exist"],
  [198, "DNS_ERROR", "retry", "a name is not resolved for the moment"],
  [201, "QUOTA_EXCEEDED", "retry", "the user's quota is used up until its interval ends"],
  [202, "TOO_MANY_SIMULTANEOUS_QUERIES", "retry", "the server is busy"],
  [203, "NO_FREE_CONNECTION", "retry", "the server is busy"],
  [209, "SOCKET_TIMEOUT", "retry", "a replica or a disk did not answer in time"],
  [210, "NETWORK_ERROR", "retry", "a replica or a disk was not reached"],
  [236, "ABORTED", "retry", "the server is shutting down, or the query was stopped"],
  [241, "MEMORY_LIMIT_EXCEEDED", "retry", "other queries use the memory; a block needs little"],
  [242, "TABLE_IS_READ_ONLY", "retry", "the replica lost its keeper for the moment"],
  [243, "NOT_ENOUGH_SPACE", "retry", "the disk is full until somebody makes room"],
  [244, "UNEXPECTED_ZOOKEEPER_ERROR", "retry", "the keeper did not answer as it should"],
  [254, "TOO_MANY_UNAVAILABLE_SHARDS", "retry", "replicas are away"],
  [279, "ALL_CONNECTION_TRIES_FAILED", "retry", "replicas are away"],
  [285, "TOO_FEW_LIVE_REPLICAS", "retry", "the quorum is not there for the moment"],
  [286, "UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE", "retry", "the write before waits for its quorum"],
  [289, "REPLICA_IS_NOT_IN_QUORUM", "retry", "the replica is behind"],
  [290, "LIMIT_EXCEEDED", "retry", "a limit of the server for all of its queries"],
  [319, "UNKNOWN_STATUS_OF_INSERT", "retry", "in doubt: the token and the read-back decide"],
  [321, "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE", "bisect", "a value of an event is out of the column's range"],
  [364, "IP_ADDRESS_NOT_ALLOWED", "retry", "the user may not come from here until somebody allows it"],
  [384, "CANNOT_ASSIGN_ALTER", "retry", "the table is being changed"],
  [394, "QUERY_WAS_CANCELLED", "retry", "somebody killed the query"],
  [395, "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO", "bisect", "a view or a default of the operator's refuses an event"],
  [469, "VIOLATED_CONSTRAINT", "bisect", "a constraint of the operator's refuses an event"],
  [497, "ACCESS_DENIED", "stop", "the worker's user lacks a right"],
  [516, "AUTHENTICATION_FAILED", "stop", "the worker's password is wrong"],
  [999, "KEEPER_EXCEPTION", "retry", "the keeper is away"],
  [1000, "POCO_EXCEPTION", "retry", "the server's network library failed"],
];

const verdicts = new Map(CODES.map(([code, , verdict]) => [code, verdict]));

const TOO_MANY_PARTS = 252;

export function verdictOfClickHouse(cause: unknown): Verdict {
  if (!(cause instanceof ClickHouseError)) return isBugOfOurs(cause) ? "unsure" : "retry";
  const code = Number(cause.code);
  // One code for two things: merges are behind, for a moment; or a block of more than 100 day partitions, for ever, but not its halves.
  if (code === TOO_MANY_PARTS)
    return cause.message.includes("Too many partitions for single INSERT") ? "bisect" : "retry";
  return verdicts.get(code) ?? "unsure";
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
