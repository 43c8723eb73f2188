/** What the answers of all kinds of statements share: headers, the summary, and how a fault is told. */
import { type ServerResponse } from "node:http";
import { ClickHouseFault } from "./faults.ts";

const CONTENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(JSON|PrettyJSON)/, "application/json; charset=UTF-8"],
  [/^CSV/, "text/csv; charset=UTF-8; header=absent"],
  [/^(TabSeparated|TSV)/, "text/tab-separated-values; charset=UTF-8"],
  [/^(Native|RowBinary|Parquet|Arrow|ORC|Avro)/, "application/octet-stream"],
];

export function headersFor(queryId: string, format: string): Record<string, string> {
  const type = CONTENT_TYPES.find(([pattern]) => pattern.test(format))?.[1] ?? "text/plain; charset=UTF-8";
  return {
    "Content-Type": type,
    "X-ClickHouse-Query-Id": queryId,
    "X-ClickHouse-Format": format,
    "X-ClickHouse-Timezone": "UTC",
    "X-ClickHouse-Server-Display-Name": "audit-log-local",
  };
}

interface Counted {
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly elapsed: number;
}

/** The engine counts one pair of numbers: rows read for a SELECT, rows written for an INSERT. */
export function summaryHeader(result: Counted, kind: "read" | "written"): string {
  const [rows, bytes] = [String(result.rowsRead), String(result.bytesRead)];
  const read = kind === "read";
  return JSON.stringify({
    read_rows: read ? rows : "0",
    read_bytes: read ? bytes : "0",
    written_rows: read ? "0" : rows,
    written_bytes: read ? "0" : bytes,
    total_rows_to_read: "0",
    result_rows: read ? "0" : rows,
    result_bytes: read ? "0" : bytes,
    elapsed_ns: String(Math.round(result.elapsed * 1e9)),
  });
}

export function sendFault(response: ServerResponse, error: unknown, queryId: string, version: string): ClickHouseFault {
  const fault = ClickHouseFault.from(error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return fault;
  }
  const suffix = fault.message.includes("(version ") ? "" : ` (version ${version})`;
  response.writeHead(fault.status, {
    "Content-Type": "text/plain; charset=UTF-8",
    "X-ClickHouse-Exception-Code": String(fault.code),
    "X-ClickHouse-Query-Id": queryId,
    ...(fault.status === 401 ? { "WWW-Authenticate": 'Basic realm="ClickHouse server HTTP API"' } : {}),
    // What is left of the body is not read: the connection cannot carry another request.
    Connection: "close",
  });
  response.end(`${fault.message}${suffix}\n`);
  return fault;
}
