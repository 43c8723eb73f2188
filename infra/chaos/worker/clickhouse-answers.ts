// What ClickHouse and what stands before it say when something is wrong, as they say it on the wire: exceptions with their code in a header
// and in the body, exceptions behind a status of 200, and a proxy's own page.
import type { Answer } from "./exchange.ts";

const VERSION = "(version 26.7.2.1 (official build))";

interface Exception {
  code: number;
  status: number;
  text: string;
}

/** Passing faults, each of which must be asked again under the same token. */
export const EXCEPTIONS = {
  readOnly: {
    code: 242,
    status: 500,
    text: "Table is in readonly mode (replica path: /clickhouse/tables/1/audit/events/replicas/r1). (TABLE_IS_READ_ONLY)",
  },
  tooManyParts: {
    code: 252,
    status: 500,
    text: "Too many parts (3001 with average size of 1.02 MiB) in table 'audit.events'. Merges are processing significantly slower than inserts. (TOO_MANY_PARTS)",
  },
  memoryLimit: {
    code: 241,
    status: 500,
    text: "(total) memory limit exceeded: would use 14.04 GiB (attempt to allocate chunk of 4.00 MiB bytes), maximum: 14.00 GiB. (MEMORY_LIMIT_EXCEEDED)",
  },
  timeout: {
    code: 159,
    status: 408,
    text: "Timeout exceeded: elapsed 20001.2 ms, maximum: 20000 ms. (TIMEOUT_EXCEEDED)",
  },
  unknownStatus: {
    code: 319,
    status: 500,
    text: "Unknown status, client must retry. Reason: Code: 999. Coordination::Exception: Session expired. (KEEPER_EXCEPTION). (UNKNOWN_STATUS_OF_INSERT)",
  },
} as const satisfies Record<string, Exception>;

const textOf = ({ code, text }: Exception): string => `Code: ${code}. DB::Exception: ${text} ${VERSION}\n`;

export function exceptionAnswer(exception: Exception): Answer {
  return {
    status: exception.status,
    headers: {
      "content-type": "text/plain; charset=UTF-8",
      "x-clickhouse-exception-code": String(exception.code),
      "x-clickhouse-query-id": "of-a-fault",
    },
    body: Buffer.from(textOf(exception)),
  };
}

/** The headers were sent before it went wrong: the status says that all is well. */
export function exceptionIn200(exception: Exception): Answer {
  const headers = { "content-type": "text/plain; charset=UTF-8", "x-clickhouse-query-id": "of-a-fault" };
  return { status: 200, headers, body: Buffer.from(textOf(exception)) };
}

/** As newer servers mark it: a tag of their own choice is in a header and on both sides of the exception. */
export function markedExceptionIn200(exception: Exception): Answer {
  const tag = "rnywyenlaggmrcpi";
  const text = textOf(exception);
  const body = `\r\n__exception__\r\n${tag}\r\n${text}\r\n${Buffer.byteLength(text)} ${tag}\r\n__exception__\r\n`;
  const headers = { "content-type": "text/plain; charset=UTF-8", "x-clickhouse-exception-tag": tag };
  return { status: 200, headers, body: Buffer.from(body) };
}

export const badGateway = (status: 502 | 503 | 504): Answer => ({
  status,
  headers: { "content-type": "text/html", server: "nginx" },
  body: Buffer.from(
    `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>\r\n`,
  ),
});
