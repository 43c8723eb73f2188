// The main path: fetch → decode → validate → enrich → batch → insert → commit.
// Nothing is committed before it is stored or dead-lettered, and a stored offset is never inserted again:
// that nothing is lost or doubled can be read off these lines.
import type { Registry } from "@audit-log/schemas";
import type { WorkerObserver } from "./observer.ts";
import type { DeadLetters, Enricher, EventLog, EventStore } from "./ports.ts";
import { Breaker } from "./stages/breaker.ts";
import { createDecoders } from "./stages/decoders.ts";
import { storedOffsets } from "./stages/stored-offsets.ts";
import { transcode } from "./transcode/transcode.ts";
import { Transcoder } from "./transcode/transcoder.ts";

export interface Worker {
  log: EventLog;
  store: EventStore;
  deadLetters: DeadLetters;
  registry: Pick<Registry, "writerSchema">;
  enricher: Enricher;
  observer: WorkerObserver;
  /** What topics begin with. */
  prefix: string;
  /** More records than these in a row that cannot become events stop the worker. */
  maxRefusedInARow: number;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Returns when the log was stopped and everything fetched is settled; throws what no repetition can mend. */
export async function work({
  log,
  store,
  deadLetters,
  registry,
  enricher,
  observer,
  prefix,
  now,
  maxRefusedInARow,
}: Worker): Promise<void> {
  const decoders = createDecoders(registry, observer);
  const breaker = new Breaker(maxRefusedInARow);
  for await (const assignment of log.assignments()) {
    const stored = storedOffsets(await store.storedOffsets(assignment.positions), store);
    observer.assigned(assignment);
    // Anew with each assignment: what an insert that came to nothing would have told is told again.
    const transcoder = new Transcoder(enricher);
    for await (const batch of assignment.batches()) {
      const { block, rows, refused, skipped } = await transcode(batch, transcoder, {
        decoders,
        stored,
        now: now(),
        prefix,
      });
      breaker.judge(rows, refused);
      await deadLetters.send(refused);
      if (block !== undefined && !(await store.insert(block, assignment.fence))) break;
      if (!(await assignment.commit(batch.ranges))) break;
      observer.settled({ batch, rows, refused, skipped, now: now() });
    }
  }
}
