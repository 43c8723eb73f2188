// What may be set about an adapter, and how its faults are told.
import type { InitiatorInput } from "../input/initiator.ts";

/** `R` is the framework's request. */
export interface AdapterOptions<R> {
  /**
   * Who started the request; undefined where that is unknown. Asked before the handler runs, and again at the end of the response if it was
   * unknown until then and events wait. A service whose authentication runs later in between uses amendContext().
   */
  initiatorOf?: ((request: R) => InitiatorInput | undefined | Promise<InitiatorInput | undefined>) | undefined;
  /** How long the request waits for `initiatorOf`, milliseconds; then it goes on without. Default: 2,000. */
  initiatorTimeoutMs?: number | undefined;
  /** The body to be recorded, secrets redacted, at most 64 KiB; read when an event is recorded. Default: none. */
  bodyOf?: ((request: R) => object | undefined) | undefined;
  /**
   * How many proxies stand before the service: each adds to X-Forwarded-For whom it was called by. Default: 0, the header counts for nothing.
   * More than there are lets callers choose their address.
   */
  trustedProxies?: number | undefined;
  /** Told of every fault of the adapter or of the hooks here; the request goes on. That it throws or rejects is of no consequence. */
  onFault?: ((fault: AdapterFault) => void) | ((fault: AdapterFault) => Promise<void>) | undefined;
  /** For a request without a well-formed X-Request-Id. Default: a random UUID. */
  newCorrelationId?: (() => string) | undefined;
}

export interface AdapterFault {
  /** The context was not opened, the initiator was not found, or an event was not recorded. */
  during: "open" | "initiator" | "record";
  cause: unknown;
}

/** The listener's own fault must reach neither the request nor, as an unhandled rejection, the process. */
export function faultTeller({ onFault }: Pick<AdapterOptions<never>, "onFault">): (fault: AdapterFault) => void {
  // This is where faults are told; there is nobody left to tell that the listener failed.
  const unheard = (): void => undefined;
  return (fault) => {
    try {
      Promise.resolve(onFault?.(fault)).catch(unheard);
    } catch {
      unheard();
    }
  };
}
