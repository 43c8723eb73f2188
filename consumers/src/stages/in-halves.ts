// A block that the store refuses for what is in it is cut in halves, until what is refused is a single event: that one becomes a dead
// letter, and all others are stored. A block whose insert is in doubt never comes here: it is repeated as it is.
import { type Batch, type FetchedBatch, isUnreadable, type Refused } from "../record.ts";
import type { Transcoded } from "../transcode/transcode.ts";
import type { Violation } from "./validate.ts";

/** The store said no for good, because of the content of the block. */
export class RefusedByStore extends Error {
  override readonly name = "RefusedByStore";
}

/** A batch and what was made of it; `again` makes it of a part of it, `refusal` being what every event of it is refused for. */
export interface Prepared {
  batch: Batch;
  transcoded: Transcoded;
  again: (part: Batch, refusal?: Violation) => Promise<Transcoded>;
}

export type Outcome = Pick<Transcoded, "rows" | "refused" | "skipped">;

/** `settle`: false where the assignment is over, then so is everything; throws RefusedByStore. Undefined where it is over. */
export async function inHalves(
  { batch, transcoded, again }: Prepared,
  settle: (transcoded: Transcoded) => Promise<boolean>,
): Promise<Outcome | undefined> {
  try {
    return (await settle(transcoded)) ? transcoded : undefined;
  } catch (cause) {
    if (!(cause instanceof RefusedByStore)) throw cause;
    const halves = halvesOf(batch);
    if (halves === undefined) {
      const letter = await again(batch, { reason: "refused-by-store", message: cause.message });
      return (await settle(letter)) ? letter : undefined;
    }
    const total = { rows: new Map<string, number>(), refused: [] as Refused[], skipped: 0 };
    for (const half of halves) {
      const outcome = await inHalves({ batch: half, transcoded: await again(half), again }, settle);
      if (outcome === undefined) return undefined;
      for (const [domain, rows] of outcome.rows) total.rows.set(domain, (total.rows.get(domain) ?? 0) + rows);
      for (const one of outcome.refused) total.refused.push(one);
      total.skipped += outcome.skipped;
    }
    return total;
  }
}

/** Of its record batches, or of the offsets of the only one; undefined where there is one offset left. */
function halvesOf({ batches, ranges }: Batch): [Batch, Batch] | undefined {
  const [only] = batches;
  if (batches.length > 1) {
    const middle = batches.length >> 1;
    return [
      { batches: batches.slice(0, middle), ranges },
      { batches: batches.slice(middle), ranges },
    ];
  }
  if (only === undefined || isUnreadable(only)) return undefined;
  const from = Math.max(only.from, only.baseOffset);
  const middle = from + ((only.nextOffset - from) >> 1);
  if (middle === from) return undefined;
  const half = (change: Partial<FetchedBatch>): Batch => ({ batches: [{ ...only, ...change }], ranges });
  return [half({ nextOffset: middle }), half({ from: middle })];
}
