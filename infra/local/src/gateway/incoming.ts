/** From an HTTP message to one statement and, for an INSERT, where its data is: in the address, in the body, or in both. */
import { type IncomingMessage } from "node:http";
import { Body } from "./body.ts";
import { ClickHouseFault, syntaxError } from "./faults.ts";
import { boundaryOf, parseParts } from "./multipart.ts";
import { type QueryRequest, withParts } from "./request.ts";
import { type Statement, parseStatement } from "./statement.ts";

/** The server's default `max_query_size`. */
const MAX_QUERY_BYTES = 256 * 1024;
const MAX_PARTS_BYTES = 16 * 1024 * 1024;

export interface Incoming {
  readonly request: QueryRequest;
  readonly statement: Statement;
  readonly body: Body;
  /** Data of an INSERT that was read together with its statement. */
  readonly dataPrefix: Buffer;
}

export async function readIncoming(message: IncomingMessage, addressed: QueryRequest): Promise<Incoming> {
  const body = new Body(message);
  const boundary = boundaryOf(message.headers["content-type"]);
  let request = addressed;
  if (boundary !== undefined) {
    const { head, whole } = await body.peek(MAX_PARTS_BYTES);
    if (!whole) throw tooLarge();
    request = withParts(request, parseParts(head, boundary));
  }
  if (request.query !== "") {
    const statement = parseStatement(bounded(request.query));
    if (statement.kind === "insert") {
      const dataPrefix = Buffer.from(request.query.slice(statement.dataStart), "utf8");
      return { request, statement, body, dataPrefix };
    }
  }
  const { head, whole } = await body.peek(MAX_QUERY_BYTES + 1);
  const text = request.query === "" ? head.toString("utf8") : `${request.query}\n${head.toString("utf8")}`;
  const statement = parseStatement(text);
  if (statement.kind !== "insert") {
    if (!whole) throw tooLarge();
    return { request, statement, body, dataPrefix: Buffer.alloc(0) };
  }
  return { request, statement, body, dataPrefix: rest(head, text.slice(0, statement.dataStart)) };
}

/** The bytes after `read`, which was decoded from the beginning of `head`. Data may be binary, so offsets are counted in bytes. */
function rest(head: Buffer, read: string): Buffer {
  const decoded = Buffer.from(read, "utf8");
  if (!head.subarray(0, decoded.length).equals(decoded)) throw syntaxError("The statement is not valid UTF-8");
  return head.subarray(decoded.length);
}

function bounded(query: string): string {
  if (query.length > MAX_QUERY_BYTES) throw tooLarge();
  return query;
}

const tooLarge = () => new ClickHouseFault(62, "SYNTAX_ERROR", "Syntax error: Max query size exceeded");
