// The context of a request, as a service sees it: opened around its work, amended on the way, read by record().
import type { EventContext } from "../input/event-input.ts";
import { amended, currentFrame, inFrame } from "./frame.ts";

/**
 * Events recorded within `run`, and within everything asynchronous that it starts, carry `context` where their input does not say otherwise.
 * Inside another context it begins with what that one knows now, and what is amended in it stays in it. Answers and throws what `run` does.
 */
export function runInContext<T>(context: EventContext, run: () => T): T {
  const outer = currentFrame();
  return inFrame({ context: amended(outer?.context ?? {}, context), response: outer?.response }, run);
}

/**
 * Runs the platform's own work, which a request merely set off: its events carry only what they say themselves.
 * What is chained to the answer (`.then`) is the request's again.
 */
export const withoutContext = <T>(run: () => T): T => inFrame(undefined, run);

/** What is known now; undefined outside of a context. Hand it to runInContext() to go on elsewhere, e.g. after a queue. */
export const currentContext = (): EventContext | undefined => currentFrame()?.context;

/**
 * Adds to the context of the whole request, e.g. the initiator once authentication has found it. Each given part replaces the known one;
 * a new initiator also ends the known delegation. Answers false where there is no context to amend.
 */
export function amendContext(part: EventContext): boolean {
  const frame = currentFrame();
  if (frame === undefined) return false;
  frame.context = amended(frame.context, part);
  return true;
}
