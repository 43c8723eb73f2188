// What a tail says as server-sent events (HTML Living Standard, 9.2).
import type { TailEvent } from "./tail.ts";

/** How long a client waits before it comes again, milliseconds. */
const RETRY_MS = 2_000;

export function streamText(event: TailEvent): string {
  switch (event.kind) {
    case "opened":
      return `retry: ${RETRY_MS}\n\n`;
    case "heartbeat":
      return ": heartbeat\n\n";
    case "entry":
      return message("entry", event.entry, event.id);
    case "settled":
      return message("settled", { settledUntil: new Date(event.settledUntil).toISOString(), dropped: 0 }, event.id);
    case "end":
      return message("end", { reason: event.reason });
  }
}

/** JSON has no line ends of its own. */
const message = (name: string, data: object, id?: string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
