// An event that is declared while a request is handled and recorded when its response ends: only then is its outcome known.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Outcome } from "@audit-log/schemas";
import { currentContext, runInContext } from "../context/context.ts";
import { currentFrame } from "../context/frame.ts";
import type { Delivery, Stored } from "../deliver/delivery.ts";
import type { EventInput } from "../input/event-input.ts";

/** A function of a generated package, or its `durable`. */
export type Declarable<D extends object> = (input: EventInput<D>) => Delivery | Promise<Stored>;

/**
 * Hands `input` to `record`, once the response ends, however it ends; each call is one event. The outcome is
 * that of the response (2xx, 3xx success; 401, 403 denied; other 4xx, 5xx failure; 499 where the client went away) unless the input or the
 * context says one. The input is read then, not now: what a handler still adds to it counts.
 * After the end, and outside of an adapter's request, it is recorded at once.
 */
export function auditOnResponse<D extends object>(record: Declarable<D>, input: NoInfer<EventInput<D>>): void {
  const response = currentFrame()?.response;
  if (response === undefined) {
    const recorded = record(input);
    // The recorder's onProblem has told what is lost.
    if (recorded instanceof Promise) recorded.catch(() => undefined);
    return;
  }
  // The end is reported outside of the request's asynchronous work: its context, and the active span, are taken along.
  const recordThen = AsyncLocalStorage.bind((outcome: Outcome) =>
    runInContext({ outcome: currentContext()?.outcome ?? outcome }, () => record(input)),
  );
  response.whenEnded(recordThen);
}
