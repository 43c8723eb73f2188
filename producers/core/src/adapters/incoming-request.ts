// A request as an event shows it, read when an event is recorded: most requests record none, and routes are matched after the context opens.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import type { RequestInput } from "../input/event-input.ts";

export class IncomingRequest<R> implements RequestInput {
  readonly endpoint: string;
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly #request: R;
  readonly #bodyOf: ((request: R) => object | undefined) | undefined;

  constructor(incoming: IncomingMessage, request: R, bodyOf: ((request: R) => object | undefined) | undefined) {
    this.#request = request;
    this.#bodyOf = bodyOf;
    this.endpoint = endpointOf(textOf(request, "originalUrl") ?? incoming.url ?? "");
    this.method = incoming.method;
    this.headers = incoming.headers;
  }

  /** Query and route parameters; a query cannot hide a route's parameter. */
  get parameters(): object | undefined {
    const at = this.endpoint.indexOf("?");
    const query = at < 0 ? {} : parse(this.endpoint.slice(at + 1));
    const parameters = { ...query, ...partOf(this.#request, "params") };
    return Object.keys(parameters).length === 0 ? undefined : parameters;
  }

  get body(): object | undefined {
    return this.#bodyOf?.(this.#request);
  }
}

/** Path and query: a proxy's absolute form (GET http://user@host/path) loses the rest. */
function endpointOf(url: string): string {
  if (url.startsWith("/") || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** express and fastify name these alike; `node:http` has none of them. express's `url` loses what a router was mounted at. */
function textOf(request: unknown, name: "originalUrl"): string | undefined {
  const value = fieldOf(request, name);
  return typeof value === "string" ? value : undefined;
}

function partOf(request: unknown, name: "params"): object | undefined {
  const value = fieldOf(request, name);
  return typeof value === "object" && value !== null ? value : undefined;
}

const fieldOf = (request: unknown, name: string): unknown =>
  typeof request === "object" && request !== null ? Reflect.get(request, name) : undefined;
