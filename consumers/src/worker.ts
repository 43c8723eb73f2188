// The main path: fetch → decode → validate → enrich → batch → insert → commit.
// Nothing is committed before it is stored or dead-lettered, and a stored offset is never inserted again:
// that nothing is lost or doubled can be read off these lines.
import type { Registry } from "@audit-log/schemas";
import type { WorkerObserver } from "./observer.ts";
import type { DeadLetters, Enricher, EventLog, EventStore } from "./ports.ts";
import type { Progress } from "./progress/progress.ts";
import { ahead } from "./stages/ahead.ts";
import { Breaker } from "./stages/breaker.ts";
import { createDecoders } from "./stages/decoders.ts";
import { inHalves } from "./stages/in-halves.ts";
import { preparer } from "./stages/prepare.ts";
import { storedOffsets } from "./stages/stored-offsets.ts";

export interface Worker {
  log: EventLog;
  store: EventStore;
  deadLetters: DeadLetters;
  registry: Pick<Registry, "writerSchema">;
  enricher: Enricher;
  progress: Progress;
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
  progress,
  observer,
  prefix,
  now,
  maxRefusedInARow,
}: Worker): Promise<void> {
  const decoders = createDecoders(registry, observer);
  const breaker = new Breaker(maxRefusedInARow);
  for await (const assignment of log.assignments()) {
    const stored = storedOffsets(await store.storedOffsets(assignment.positions), store);
    // Not before: only then is it sure that nothing of an earlier owner is stored any more.
    await using received = await progress.begin(assignment);
    observer.assigned(assignment);
    // Anew with each assignment: what an insert that came to nothing would have told of initiators is told again.
    const prepare = preparer(enricher, { decoders, stored, prefix, received: () => received.begins() });
    for await (const prepared of ahead(assignment.batches(), prepare)) {
      const { batch } = prepared;
      const outcome = await inHalves(prepared, async ({ block, rows, refused }) => {
        if (block !== undefined && !(await store.insert(block, assignment.fence))) return false;
        breaker.judge(rows, refused);
        await deadLetters.send(refused);
        return true;
      });
      if (outcome === undefined) break;
      received.settled();
      if (!(await assignment.commit(batch.ranges))) break;
      observer.settled({ batch, ...outcome, now: now() });
    }
  }
}
