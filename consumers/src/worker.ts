// The main path: fetch → decode → validate → enrich → batch → insert → commit.
// Nothing is committed before it is stored or dead-lettered, and a stored offset is never inserted again:
// that nothing is lost or doubled can be read off these lines.
import type { Registry } from "@audit-log/schemas";
import type { WorkerObserver } from "./observer.ts";
import type { DeadLetters, EventLog, EventStore } from "./ports.ts";
import { ByteWriter } from "./stages/byte-writer.ts";
import { createDecode } from "./stages/decode.ts";
import { nativeBlock } from "./stages/native-block.ts";
import { prepare } from "./stages/prepare.ts";
import { skipStored } from "./stages/skip-stored.ts";
import { tokenOf } from "./stages/token.ts";

export interface Worker {
  log: EventLog;
  store: EventStore;
  deadLetters: DeadLetters;
  registry: Registry;
  observer: WorkerObserver;
  /** What topics begin with. */
  prefix: string;
  /** Milliseconds UTC. */
  now: () => number;
}

const INITIAL_BLOCK_BYTES = 4 * 1024 * 1024;

/** Returns when the log was stopped and everything fetched is settled; throws what no repetition can mend. */
export async function work({ log, store, deadLetters, registry, observer, prefix, now }: Worker): Promise<void> {
  const decode = createDecode(registry);
  const block = new ByteWriter(INITIAL_BLOCK_BYTES);
  for await (const assignment of log.assignments()) {
    const isStored = skipStored(await store.storedOffsets(assignment.positions));
    observer.assigned(assignment);
    for await (const batch of assignment.batches()) {
      const fresh = batch.records.filter((record) => !isStored(record));
      const { rows, refused } = await prepare(fresh, decode, { now: now(), prefix }, observer);
      await deadLetters.send(refused);
      if (rows.length > 0) await store.insert(nativeBlock(rows, block), tokenOf(rows));
      if (!(await assignment.commit(batch.ranges))) break;
      observer.settled({ batch, rows, refused, skipped: batch.records.length - fresh.length, now: now() });
    }
  }
}
