// A batch → one block and what was refused. Waits for nobody but the registry, and for that only at a schema's first event.
import { type Batch, type FetchedBatch, isUnreadable, type Refused } from "../record.ts";
import type { Initiator, ScopePlace } from "../ports.ts";
import type { Decoders } from "../stages/decoders.ts";
import type { StoredOffsets } from "../stages/stored-offsets.ts";
import type { EventBlock } from "./event-block.ts";
import { nativeFrame } from "./native-frame.ts";
import { type Spot, spotsOf } from "./spots.ts";
import { tokenOf } from "./token.ts";
import type { Moment, Transcoder } from "./transcoder.ts";

export interface Transcoded {
  /** Undefined where no record became a row. Its bytes are valid until the next batch is transcoded. */
  block: Block | undefined;
  /** By domain. */
  rows: ReadonlyMap<string, number>;
  refused: Refused[];
  /** Records that were stored already. */
  skipped: number;
}

/** What is inserted at once: its bytes in ClickHouse's Native format, in parts, and its insert deduplication token. */
export interface Block {
  parts: readonly Buffer[];
  token: string;
  /** Where its events come from; like its bytes. */
  spots: () => Spot[];
  /** Whose e-mails its events tell that were not told before: to be kept before the block is. */
  initiators: readonly Initiator[];
  /** Where its scopes are, as far as it was not told before: to be kept before the block is. */
  places: readonly ScopePlace[];
}

export interface TranscodeOptions extends Moment {
  decoders: Decoders;
  stored: StoredOffsets;
}

export async function transcode(batch: Batch, transcoder: Transcoder, options: TranscodeOptions): Promise<Transcoded> {
  const { decoders, stored } = options;
  const { block } = transcoder;
  const refused: Refused[] = [];
  let skipped = 0;
  block.clear();
  for (const one of batch.batches) {
    const opened = isUnreadable(one) ? one : transcoder.open(one);
    if ("fault" in opened) {
      refused.push(unreadable(one, opened.fault));
      continue;
    }
    for (const id of opened.schemaIds) if (decoders.of(id) === undefined) await decoders.load(id);
    const ids = await stored.within(opened.batch);
    const appended = transcoder.append(opened.batch, (id) => decoders.of(id), ids, options);
    // One by one: there may be more of them than a call may have arguments.
    for (const each of appended.refused) refused.push(each);
    skipped += appended.skipped;
  }
  decoders.forgetUnknown();
  return {
    block: block.rows === 0 ? undefined : blockOf(block),
    rows: new Map(block.rowsByDomain),
    refused,
    skipped,
  };
}

/** Of what is filled. */
export const blockOf = (filled: EventBlock): Block => ({
  parts: nativeFrame(filled),
  token: tokenOf(filled),
  spots: () => spotsOf(filled),
  initiators: filled.initiators.found,
  places: filled.newPlaces.take(),
});

function unreadable(batch: FetchedBatch, fault: string): Refused {
  const { topic, partition, baseOffset, timestamp, stored } = batch;
  return {
    record: { topic, partition, offset: baseOffset, timestamp, key: null, value: stored, headers: {} },
    unit: "record-batch",
    reason: "unreadable-record-batch",
    message: fault,
    schemaId: undefined,
  };
}
