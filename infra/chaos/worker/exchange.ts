// One request of the worker on its way to ClickHouse, in the hands of a fault: what may be done with it, and the faults themselves.
import { request as forward, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { buffer } from "node:stream/consumers";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export class Exchange {
  /** An insert of events, of what is kept before them (e-mails, places of scopes, the hierarchy), or neither. */
  readonly kind: "insert" | "keep" | "read";
  /** The client has closed the connection. */
  readonly gone: Promise<void>;
  readonly #target: string;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #body: Buffer;

  constructor(target: string, request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const query = new URL(request.url ?? "/", target).searchParams.get("query") ?? body.toString("latin1", 0, 64);
    this.kind = /^\s*INSERT INTO events\b/i.test(query) ? "insert" : /^\s*INSERT/i.test(query) ? "keep" : "read";
    this.#target = target;
    this.#request = request;
    this.#response = response;
    this.#body = body;
    this.gone = new Promise((resolve) => response.once("close", () => resolve()));
  }

  /** To ClickHouse, and its whole answer. Throws where ClickHouse is away. */
  async forward(): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    this.#upstream(resolve).once("error", reject).end(this.#body);
    const answer = await promise;
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) };
  }

  /** Only the first half of the body, and then the connection breaks. */
  async forwardHalf(): Promise<void> {
    const upstream = this.#upstream(() => {});
    const closed = new Promise<void>((resolve) => upstream.once("close", () => resolve()));
    upstream.once("error", () => {});
    upstream.write(this.#body.subarray(0, Math.floor(this.#body.length / 2)), () => upstream.destroy());
    await closed;
  }

  #upstream(onAnswer: (answer: IncomingMessage) => void) {
    const { host: _host, "transfer-encoding": _encoding, ...headers } = this.#request.headers;
    const options = {
      method: this.#request.method,
      headers: { ...headers, "content-length": this.#body.length },
      agent: false as const,
    };
    return forward(this.#target + (this.#request.url ?? "/"), options, onAnswer);
  }

  /** To the client. Again, or after the client has gone, is no fault. */
  answer({ status, headers, body }: Pick<Answer, "status" | "body"> & { headers?: IncomingHttpHeaders }): void {
    if (this.#response.headersSent || this.#response.destroyed) return;
    const {
      "transfer-encoding": _encoding,
      "content-length": _length,
      connection: _connection,
      ...rest
    } = headers ?? {};
    this.#response.writeHead(status, { ...rest, "content-length": body.length }).end(body);
  }

  /** Part of an answer, and then the connection breaks. */
  answerPart({ status, body }: Answer, bytes: number): void {
    this.#response.writeHead(status, { "content-length": body.length });
    this.#response.write(body.subarray(0, bytes), () => this.cut());
  }

  /** A reset, as from a broken network. */
  cut(): void {
    this.#request.socket.resetAndDestroy();
  }
}

export type Fault = (exchange: Exchange) => Promise<void>;

export const pass: Fault = async (exchange) => exchange.answer(await exchange.forward());

/** It was done, and nobody hears of it. */
export const answerDropped: Fault = async (exchange) => {
  await exchange.forward();
  exchange.cut();
};

export const cutInTheBody: Fault = async (exchange) => {
  await exchange.forwardHalf();
  exchange.cut();
};

export const neverArrives: Fault = async (exchange) => exchange.cut();

/** Half of the answer arrives. */
export const cutInTheAnswer: Fault = async (exchange) => {
  const answer = await exchange.forward();
  exchange.answerPart(answer, Math.floor(answer.body.length / 2));
};

/** No answer, for as long as the client waits. */
export const hanging =
  (done: boolean): Fault =>
  async (exchange) => {
    if (done) await exchange.forward();
    await exchange.gone;
  };

export const slow =
  (ms: number): Fault =>
  async (exchange) => {
    const answer = await exchange.forward();
    await sleep(ms);
    exchange.answer(answer);
  };

/** Something else answers than ClickHouse; what was asked is done before, or not at all. */
export const saying =
  (done: boolean, answer: Parameters<Exchange["answer"]>[0]): Fault =>
  async (exchange) => {
    if (done) await exchange.forward();
    exchange.answer(answer);
  };
