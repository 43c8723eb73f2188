// Decode, validate and enrich a batch: every record becomes a row or is refused with a reason.
import { RegistryAway, type StoredEvent } from "@audit-log/schemas";
import type { WorkerObserver } from "../observer.ts";
import type { FetchedRecord, Refused } from "../record.ts";
import { untilItWorks } from "../retry.ts";
import type { Decode, DecodeResult } from "./decode.ts";
import { enrich } from "./enrich.ts";
import { violation } from "./validate.ts";

export interface Prepared {
  rows: StoredEvent[];
  refused: Refused[];
}

export interface Moment {
  /** Milliseconds UTC: the received time of the whole batch. */
  now: number;
  prefix: string;
}

export async function prepare(
  records: readonly FetchedRecord[],
  decode: Decode,
  { now, prefix }: Moment,
  observer: Pick<WorkerObserver, "retrying">,
): Promise<Prepared> {
  const prepared: Prepared = { rows: [], refused: [] };
  for (const record of records) {
    const result = decode(record);
    // Only the first record of a writer's schema waits for the registry: awaiting every record would cost more than decoding it.
    settle(
      result instanceof Promise ? await decodePatiently(record, result, decode, observer) : result,
      prepared,
      now,
      prefix,
    );
  }
  return prepared;
}

/** The registry is away: nothing can be said of the record, so it is asked again until it answers. */
function decodePatiently(
  record: FetchedRecord,
  first: Promise<DecodeResult>,
  decode: Decode,
  observer: Pick<WorkerObserver, "retrying">,
): Promise<DecodeResult> {
  let attempt: Promise<DecodeResult> | undefined = first;
  return untilItWorks({
    work: async () => {
      const running = attempt ?? decode(record);
      attempt = undefined;
      return running;
    },
    verdict: (cause) => (cause instanceof RegistryAway ? "retry" : "stop"),
    onRetry: (cause, waitMs) => observer.retrying("registry", cause, waitMs),
  });
}

function settle(result: DecodeResult, prepared: Prepared, now: number, prefix: string): void {
  if (!result.ok) {
    prepared.refused.push(result.refused);
    return;
  }
  const refused = violation(result.decoded, now, prefix);
  if (refused === undefined) prepared.rows.push(enrich(result.decoded, now, prefix));
  else prepared.refused.push(refused);
}
