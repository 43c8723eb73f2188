// A commit, repeated for as long as it is ours to make.
import type { Consumer } from "kafkajs";
import type { WorkerObserver } from "../observer.ts";
import type { Range } from "../record.ts";
import { untilItWorks } from "../retry.ts";

interface Ownership {
  /** Aborted when the assignment is over: what is under way is still tried once. */
  signal: AbortSignal;
  /** Whether the group may have given the partitions away. */
  isLeft: () => boolean;
  observer: Pick<WorkerObserver, "commitDelayed">;
}

/** Bound of the first wait; the following ones double it. */
const COMMIT_RETRY_MS = 200;

/** The group has given the partitions to someone else: no repetition changes that. */
const REPLACED = new Set(["UNKNOWN_MEMBER_ID", "ILLEGAL_GENERATION", "FENCED_INSTANCE_ID"]);

export async function commitOffsets(
  consumer: Pick<Consumer, "commitOffsets">,
  ranges: readonly Range[],
  { signal, isLeft, observer }: Ownership,
): Promise<"committed" | "replaced" | "over"> {
  const offsets = ranges.map(({ topic, partition, nextOffset }) => ({ topic, partition, offset: String(nextOffset) }));
  try {
    await untilItWorks({
      work: () => consumer.commitOffsets(offsets),
      verdict: (cause) => (isReplaced(cause) || isLeft() ? "stop" : "retry"),
      onRetry: (cause) => observer.commitDelayed(cause),
      signal,
      firstBoundMs: COMMIT_RETRY_MS,
    });
    return "committed";
  } catch (cause) {
    if (!signal.aborted) observer.commitDelayed(cause);
    return isReplaced(cause) ? "replaced" : "over";
  }
}

const isReplaced = (cause: unknown): boolean => REPLACED.has(String(typeOf(cause)));

/** Of a fault of the protocol, which kafkajs hands on as the cause of another. */
const typeOf = (cause: unknown): unknown => {
  if (!(cause instanceof Error)) return undefined;
  return "type" in cause && cause.type !== undefined ? cause.type : typeOf(cause.cause);
};
