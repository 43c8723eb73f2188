// What is asked of ClickHouse until it works: for as long as its codes say that it may.
import type { WorkerObserver } from "../observer.ts";
import { untilItWorks } from "../retry.ts";
import { verdictOfClickHouse } from "./clickhouse-faults.ts";

/** `signal` aborted: no further attempt, what the last one threw is thrown. */
export type Patiently = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

export const patientWith =
  (observer: Pick<WorkerObserver, "retrying">): Patiently =>
  (work, signal) =>
    untilItWorks({
      work,
      ...(signal === undefined ? {} : { signal }),
      verdict: verdictOfClickHouse,
      onRetry: (cause, waitMs) => observer.retrying("clickhouse", cause, waitMs),
    });
