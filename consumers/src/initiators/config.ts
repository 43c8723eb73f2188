// The environment of `audit-ops initiators`: what the worker is told about ClickHouse, and nothing of Kafka.
import { readEnvironment, type Environment } from "@audit-log/schemas/environment";
import { readPrefix } from "@audit-log/schemas/kafka";
import type { ClickHouseAddress } from "./clickhouse-table.ts";

/** Throws one error that names every variable that is missing or wrong. */
export const initiatorsConfig = (env: Environment): ClickHouseAddress =>
  readEnvironment(env, (read) => ({
    url: read.url("CLICKHOUSE_URL"),
    username: read.text("CLICKHOUSE_WRITER_USER"),
    password: read.text("CLICKHOUSE_WRITER_PASSWORD", ""),
    database: read.text("CLICKHOUSE_DATABASE", readPrefix(read)),
  }));
