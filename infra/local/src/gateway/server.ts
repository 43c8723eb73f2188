/** The HTTP face: /ping, and every other path is a query, as on a ClickHouse server. */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { sendFault } from "./answer.ts";
import { authenticate } from "./auth.ts";
import { type Credentials } from "./credentials.ts";
import { type Gateway, execute } from "./execute.ts";
import { ClickHouseFault } from "./faults.ts";
import { readIncoming } from "./incoming.ts";
import { readRequest } from "./request.ts";

export interface ServerOptions extends Gateway {
  readonly credentials: Credentials;
  readonly version: string;
  readonly log: (line: string) => void;
}

export function createGatewayServer(options: ServerOptions): Server {
  const server = createServer(
    { keepAliveTimeout: 30_000, requestTimeout: 0, maxHeaderSize: 1024 * 1024 },
    (message, response) => {
      void answer(options, message, response);
    },
  );
  return server;
}

async function answer(options: ServerOptions, message: IncomingMessage, response: ServerResponse): Promise<void> {
  let queryId = "";
  try {
    const url = new URL(message.url ?? "/", "http://gateway");
    if (url.pathname === "/ping" || (message.method === "GET" && url.pathname === "/" && url.search === "")) {
      response.end("Ok.\n");
      return;
    }
    const role = authenticate(message.headers, url.searchParams, options.credentials);
    if (message.method !== "GET" && message.method !== "POST") {
      throw new ClickHouseFault(48, "NOT_IMPLEMENTED", `HTTP method ${message.method ?? ""} is not supported`);
    }
    const request = readRequest(message, url);
    queryId = request.queryId;
    const incoming = await readIncoming(message, request);
    await execute(options, incoming, role, response);
  } catch (error) {
    const fault = sendFault(response, error, queryId, options.version);
    if (fault.status >= 500) options.log(fault.message);
  }
}
