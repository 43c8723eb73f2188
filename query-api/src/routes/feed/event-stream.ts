// What a tail says as server-sent events (HTML Living Standard, 9.2).
import type { TailEvent } from "./tail.ts";

/** How long a client waits before it comes again, milliseconds. */
const RETRY_MS = 2_000;

export function streamText(event: TailEvent): string {
  if (event.kind === "opened") return `retry: ${RETRY_MS}\n\n`;
  if (event.kind === "heartbeat") return ": heartbeat\n\n";
  if (event.kind === "entry") return message("entry", event.entry, event.id);
  if (event.kind === "end") return message("end", { reason: event.reason });
  return message("settled", { settledUntil: new Date(event.settledUntil).toISOString(), dropped: 0 }, event.id);
}

/** JSON has no line ends of its own. */
const message = (name: string, data: object, id?: string): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
