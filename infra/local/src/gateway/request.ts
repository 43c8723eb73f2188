/** An HTTP request in ClickHouse's terms: which words of the address are the protocol's own, which are parameters, which settings. */
import { randomUUID } from "node:crypto";
import { type IncomingMessage } from "node:http";
import { ClickHouseFault } from "./faults.ts";

/** Words of the HTTP interface that are not settings of the engine. Some ask for what the gateway never or always does. */
const PROTOCOL = new Set(
  `query query_id database user password quota_key default_format session_id session_timeout session_check close_session stacktrace
   compress decompress buffer_size wait_end_of_query client_protocol_version role enable_http_compression
   http_write_exception_in_output_format`.split(/\s+/),
);

export interface QueryRequest {
  readonly queryId: string;
  readonly query: string;
  readonly database: string | undefined;
  readonly defaultFormat: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  readonly gzipWanted: boolean;
}

export function readRequest(message: IncomingMessage, url: URL): QueryRequest {
  const words = url.searchParams;
  const header = (name: string) => {
    const value = message.headers[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  refuseUnsupported(words);
  return {
    queryId: words.get("query_id") ?? header("x-clickhouse-query-id") ?? randomUUID(),
    query: words.get("query") ?? "",
    database: words.get("database") ?? header("x-clickhouse-database"),
    defaultFormat: words.get("default_format") ?? header("x-clickhouse-format") ?? "TabSeparated",
    parameters: pick(words, (name) => (name.startsWith("param_") ? name.slice("param_".length) : undefined)),
    settings: pick(words, (name) => (PROTOCOL.has(name) || name.startsWith("param_") ? undefined : name)),
    gzipWanted: words.get("enable_http_compression") === "1" && /\bgzip\b/.test(header("accept-encoding") ?? ""),
  };
}

/** Parts of a multipart body, in which clients send long parameters, take the place of words of the address. */
export function withParts(request: QueryRequest, parts: ReadonlyMap<string, string>): QueryRequest {
  const given = [...parts].filter(([name]) => name.startsWith("param_"));
  const parameters = given.map(([name, value]): [string, string] => [name.slice("param_".length), value]);
  return {
    ...request,
    query: parts.get("query") ?? request.query,
    parameters: new Map([...request.parameters, ...parameters]),
  };
}

function pick(words: URLSearchParams, rename: (name: string) => string | undefined): Map<string, string> {
  const picked = new Map<string, string>();
  for (const [name, value] of words) {
    const renamed = rename(name);
    if (renamed !== undefined) picked.set(renamed, value);
  }
  return picked;
}

function refuseUnsupported(words: URLSearchParams): void {
  for (const name of ["session_id", "compress", "decompress", "role"]) {
    const value = words.get(name);
    if (value !== null && value !== "" && value !== "0") {
      throw new ClickHouseFault(48, "NOT_IMPLEMENTED", `${name} is not supported by the local ClickHouse gateway`);
    }
  }
}
