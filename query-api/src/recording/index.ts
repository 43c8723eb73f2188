// What the rest of the service needs of recording: a reading per request, and where what it tells goes.
import type { FastifyBaseLogger } from "fastify";
import type { Metrics } from "../metrics.ts";
import { coalescing } from "./coalescing.ts";
import { readings, type ReadingOf } from "./readings.ts";
import type { Recording } from "./recording.ts";
import { countedRecording, tellUnrecorded } from "./told.ts";

export type { Reading } from "./reading.ts";
export type { ReadingOf } from "./readings.ts";
export type { Recording } from "./recording.ts";

export interface RecordReadersOptions {
  /** Undefined: readers are not recorded, which is for those who run the service without Kafka. */
  recording: Recording | undefined;
  metrics: Metrics;
  logger: FastifyBaseLogger;
  /** Milliseconds UTC. */
  now: () => number;
}

export interface RecordedReaders {
  readonly readingOf: ReadingOf;
  /** Tells what is held back for its minute. */
  flush(): void;
}

export function recordReaders({ recording = silent, metrics, logger, now }: RecordReadersOptions): RecordedReaders {
  const coalesced = coalescing(countedRecording(recording, metrics), { clock: () => performance.now() });
  const readingOf = readings({ recording: coalesced, now, onUnrecorded: tellUnrecorded(logger, metrics) });
  return { readingOf, flush: () => coalesced.flush() };
}

const silent: Recording = { viewed: () => {}, searched: () => {}, downloaded: () => {}, refused: () => {} };
