// What a producing process is given, and the lines that it says.
import { z } from "zod";

export const ProducerOptions = z.object({
  brokers: z.array(z.string()),
  /** host:port that every connection goes through instead. */
  via: z.string().optional(),
  registryUrl: z.string(),
  prefix: z.string(),
  folder: z.string(),
  producerId: z.string(),
  /** Events per second; 0: none. */
  rate: z.number(),
  spoolMaxBytes: z.number().optional(),
  strictTimeoutMs: z.number().default(2_000),
  closeTimeoutMs: z.number().default(10_000),
  startTimeoutMs: z.number().default(5_000),
});
export type ProducerOptions = z.input<typeof ProducerOptions>;

/** By stdin. The last two say of each event what became of it, then the counts. */
export type Command =
  /** Records no more. */
  | "stop"
  /** The same, waits until the broker has everything, also what an earlier process left, and closes. */
  | "drain"
  /** Closes as it is. */
  | "close";

export type Line =
  /** The recorder is there. */
  | { what: "ready" }
  /** Another process has the folder. */
  | { what: "locked" }
  /** Is about to be recorded. */
  | { what: "recorded"; tag: string; mode: string }
  /** Its promise resolved. */
  | { what: "told"; tag: string; where: string }
  /** Its promise said that it is not recorded. */
  | { what: "refused"; tag: string; reason: string }
  /** onProblem: an event is lost; of others the kind. */
  | { what: "lost"; reason: string }
  | { what: "problem"; kind: string }
  /** After close(), as the recorder counts. */
  | { what: "counts"; json: string };

const SHAPES: readonly [RegExp, (groups: string[]) => Line][] = [
  [/^ready$/, () => ({ what: "ready" })],
  [/^locked$/, () => ({ what: "locked" })],
  [/^recorded (\S+) (buffered|durable|strict)$/, ([tag = "", mode = ""]) => ({ what: "recorded", tag, mode })],
  [/^told (\S+) (topic|spool)$/, ([tag = "", where = ""]) => ({ what: "told", tag, where })],
  [/^refused (\S+) (\S+)\.$/, ([tag = "", reason = ""]) => ({ what: "refused", tag, reason })],
  [/^lost (\S+)\.$/, ([reason = ""]) => ({ what: "lost", reason })],
  [/^problem (\S+)\.$/, ([kind = ""]) => ({ what: "problem", kind })],
  [/^counts (\{.*\})$/, ([json = ""]) => ({ what: "counts", json })],
];

/** Undefined for a line that a kill cut off: no line is the beginning of another. */
export function readLine(text: string): Line | undefined {
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(text);
    if (match !== null) return read(match.slice(1));
  }
  return undefined;
}

/** The last word of these could be cut off and still be a word. */
export const refusedLine = (tag: string, reason: string): string => `refused ${tag} ${reason}.`;
export const lostLine = (reason: string): string => `lost ${reason}.`;
export const problemLine = (kind: string): string => `problem ${kind}.`;
