// What every adapter does for a request: open its context, learn its initiator, and say at the end of the response how it went.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Frame, inFrame } from "../context/frame.ts";
import { ResponseEnd } from "../context/response-end.ts";
import type { InitiatorInput } from "../input/initiator.ts";
import { within } from "../wait/within.ts";
import { IncomingRequest } from "./incoming-request.ts";
import { type AdapterFault, type AdapterOptions, faultTeller } from "./options.ts";
import { CORRELATION_HEADER, correlationIdIn, traceparentIn } from "./request-headers.ts";
import { outcomeOfResponse } from "./response-outcome.ts";
import { sourceAddressOf } from "./source-address.ts";

const INITIATOR_TIMEOUT_MS = 2_000;

export class AuditedRequest<R> {
  readonly frame: Frame;
  /** The request's own id, or a new one; to be sent back. */
  readonly correlationId: string;
  /** What the handler threw, where the framework tells. */
  error: Error | undefined;
  readonly #request: R;
  readonly #options: AdapterOptions<R>;
  readonly #response: ResponseEnd;
  readonly #tell: (fault: AdapterFault) => void;

  constructor(request: R, incoming: IncomingMessage, outgoing: ServerResponse, options: AdapterOptions<R>) {
    const { headers, socket } = incoming;
    this.#request = request;
    this.#options = options;
    this.#tell = faultTeller(options);
    this.#response = new ResponseEnd((cause) => this.#tell({ during: "record", cause }));
    this.correlationId = correlationIdIn(headers[CORRELATION_HEADER]) ?? options.newCorrelationId?.() ?? randomUUID();
    const context = {
      request: new IncomingRequest(incoming, request, options.bodyOf),
      // Now: a socket that is closed no longer knows its peer.
      sourceIpAddress: sourceAddressOf(socket.remoteAddress, headers["x-forwarded-for"], options.trustedProxies ?? 0),
      userAgent: headers["user-agent"],
      correlationId: this.correlationId,
      traceparent: traceparentIn(headers["traceparent"]),
    };
    this.frame = { context, response: this.#response };
    let finished = false;
    outgoing.once("finish", () => (finished = true));
    // "close" comes once and always: after "finish", also on a connection that stays open, and when the connection breaks before it.
    outgoing.once("close", () => this.#ended(outcomeOfResponse(outgoing, finished ? undefined : socket, this.error)));
  }

  /** Asks the service where the initiator is still unknown. Undefined where there is nothing to wait for; never rejects. */
  learnInitiator(): Promise<void> | undefined {
    const { initiatorOf, initiatorTimeoutMs = INITIATOR_TIMEOUT_MS } = this.#options;
    if (initiatorOf === undefined || this.frame.context.initiator !== undefined) return undefined;
    try {
      const found = inFrame(this.frame, () => initiatorOf(this.#request));
      if (found === undefined || !("then" in found)) return this.#know(found);
      const known = Promise.resolve(found).then((initiator) => this.#know(initiator));
      return within(initiatorTimeoutMs, known, "initiatorOf takes too long").catch((cause: unknown) =>
        this.#tell({ during: "initiator", cause }),
      );
    } catch (cause) {
      this.#tell({ during: "initiator", cause });
      return undefined;
    }
  }

  /** What the service itself has put into the context meanwhile counts for more. */
  #know(initiator: InitiatorInput | undefined): undefined {
    if (initiator !== undefined && this.frame.context.initiator === undefined)
      this.frame.context = { ...this.frame.context, initiator };
  }

  #ended(outcome: ReturnType<typeof outcomeOfResponse>): void {
    const learning = this.#response.isAwaited ? this.learnInitiator() : undefined;
    if (learning === undefined) this.#response.end(outcome);
    else void learning.then(() => this.#response.end(outcome));
  }
}

/** Undefined where the context could not be opened: the request goes on without. */
export function openRequest<R>(
  request: R,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: AdapterOptions<R>,
): AuditedRequest<R> | undefined {
  try {
    const audited = new AuditedRequest(request, incoming, outgoing, options);
    outgoing.setHeader(CORRELATION_HEADER, audited.correlationId);
    return audited;
  } catch (cause) {
    faultTeller(options)({ during: "open", cause });
    return undefined;
  }
}
