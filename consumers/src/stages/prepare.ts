// Batches made ready, each in the memory of the last but one: while a block is stored the next is filled, and a third is never begun.
import type { Enricher } from "../ports.ts";
import type { Batch } from "../record.ts";
import { transcode, type TranscodeOptions } from "../transcode/transcode.ts";
import { Transcoder } from "../transcode/transcoder.ts";
import type { Prepared } from "./in-halves.ts";
import type { Violation } from "./validate.ts";

/** `received`: milliseconds UTC, asked once for each batch, whatever it is cut into. What is prepared is valid until the next but one is. */
export function preparer(
  enricher: Enricher,
  { received, ...options }: Omit<TranscodeOptions, "now" | "refusal"> & { received: () => number },
): (batch: Batch) => Promise<Prepared> {
  const idle = [new Transcoder(enricher), new Transcoder(enricher)];
  return async (batch) => {
    const transcoder = idle.shift() ?? new Transcoder(enricher);
    idle.push(transcoder);
    const now = received();
    const again = (part: Batch, refusal?: Violation) => transcode(part, transcoder, { ...options, now, refusal });
    return { batch, transcoded: await again(batch), again };
  };
}
