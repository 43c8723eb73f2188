// Server-sent events out of a body (HTML Living Standard, 9.2), in bounded memory.
import { createParser } from "eventsource-parser";
import { ApiError } from "./api-error.ts";

export interface StreamEvent {
  readonly name: string;
  readonly data: string;
  readonly id: string | undefined;
}

/** Far more than the largest entry. */
const MAX_EVENT_CHARACTERS = 8 * 1024 * 1024;

/** `onBytes`: something was heard, be it a comment. Throws ApiError, and what the body throws. */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<StreamEvent, void, undefined> {
  let found: StreamEvent[] = [];
  let held = 0;
  const parser = createParser({
    onEvent: ({ event = "message", data, id }) => void found.push({ name: event, data, id }),
    onComment: () => void (held = 0),
  });
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    onBytes();
    held += bytes.length;
    parser.feed(decoder.decode(bytes, { stream: true }));
    if (found.length > 0) held = 0;
    if (held > MAX_EVENT_CHARACTERS) throw new ApiError("an event of the tail is too long");
    const events = found;
    found = [];
    yield* events;
  }
}
