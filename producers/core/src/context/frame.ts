// Where a context lives: a frame that asynchronous work carries along. It can be amended, so that what authentication finds out
// is known to all of the request and not only to what authentication itself calls.
import { AsyncLocalStorage } from "node:async_hooks";
import type { EventContext } from "../input/event-input.ts";
import type { ResponseEnd } from "./response-end.ts";

export interface Frame {
  context: EventContext;
  /** The end that auditOnResponse() waits for; undefined outside of an adapter's request. */
  readonly response: ResponseEnd | undefined;
}

// The one thing that is global: the functions of the generated packages find the request's context without being handed it.
const frames = new AsyncLocalStorage<Frame | undefined>();

export const currentFrame = (): Frame | undefined => frames.getStore();

/** Runs something in a frame, or in none. Answers and throws what `run` does. */
export const inFrame = <T>(frame: Frame | undefined, run: () => T): T => frames.run(frame, run);

/** The given parts replace the known ones. A new initiator does not act on behalf of whom the former one acted for. */
export function amended(known: EventContext, part: EventContext): EventContext {
  const given = Object.entries(part).filter(([, value]) => value !== undefined);
  const kept = part.initiator === undefined ? known : { ...known, delegation: undefined };
  return { ...kept, ...Object.fromEntries(given) };
}
