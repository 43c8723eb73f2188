// What the worker tells about its work: one place that counts and logs, so that the main path stays free of both.
import type { Logger } from "pino";
import * as logEvents from "./log-events.ts";
import type { WorkerMetrics } from "./metrics.ts";
import type { Assignment } from "./ports.ts";
import type { Batch, Range, Refused } from "./record.ts";

export interface Settled {
  batch: Batch;
  /** By domain. */
  rows: ReadonlyMap<string, number>;
  refused: readonly Refused[];
  skipped: number;
  /** Milliseconds UTC. */
  now: number;
}

/** Numbers of producers' sequences that are missing among the stored events. */
export interface SequenceGaps {
  producers: number;
  missing: number;
  /** Of the producers with most missing, at most ten. */
  producerIds: readonly string[];
}

export interface WorkerObserver {
  assigned(assignment: Assignment): void;
  settled(settled: Settled): void;
  retrying(engine: "clickhouse" | "kafka" | "registry", cause: unknown, waitMs: number): void;
  inserted(seconds: number): void;
  commitDelayed(cause: unknown): void;
  offsetGap(topic: string, partition: number, expected: number, found: number): void;
  /** A fetch began below what is due. */
  offsetWentBack(topic: string, partition: number, expected: number, found: number): void;
  /** A fetch from this offset had a record batch in it that is not what was sent; it is fetched once more. */
  damaged(topic: string, partition: number, from: number): void;
  /** Records of the partition that are not settled yet, and the age of the oldest of them. */
  lag(topic: string, partition: number, events: number, seconds: number): void;
  standsStill(topic: string, partition: number, at: number, end: number): void;
  /** Bytes that are fetched and not settled. */
  inFlight(bytes: number): void;
  /** The fast path cannot read this schema's events. */
  readSlowly(schemaId: number, why: string): void;
  /** What the whole group's producers numbered and the store does not have. */
  sequenceGaps(gaps: SequenceGaps): void;
  sequencesUnknown(cause: unknown): void;
  /** How far the partitions are settled could not be told: readers by arrival wait. */
  progressFailed(cause: unknown): void;
  /** Our clock is behind what an earlier owner promised. */
  clockBehind(ms: number): void;
  /** A database of addresses was replaced, or could not be. */
  placesReplaced(file: string): void;
  placesKept(cause: unknown): void;
}

export function createObserver(logger: Logger, metrics: WorkerMetrics): WorkerObserver {
  return {
    assigned: ({ epoch, positions }) => {
      // What is someone else's now is not ours to report.
      metrics.lagEvents.reset();
      metrics.lagSeconds.reset();
      metrics.epoch.set(epoch);
      metrics.partitions.set(positions.length);
      logEvents.assigned.write(logger, { epoch, partitions: positions.length });
    },
    settled: ({ batch, rows, refused, skipped, now }) => {
      const all = [...rows.values()].reduce((sum, count) => sum + count, 0);
      for (const [domain, count] of rows) metrics.events.inc({ domain }, count);
      if (all > 0) metrics.batchRows.observe(all);
      metrics.skipped.inc(skipped);
      metrics.freshnessSeconds.set((now - oldest(batch)) / 1_000);
      for (const { record, reason, message } of refused) {
        const { topic, partition, offset } = record;
        metrics.deadLetters.inc({ reason });
        logEvents.recordRefused.write(logger, { reason, detail: message, topic, partition, offset });
      }
      logEvents.batchSettled.write(logger, {
        rows: all,
        refused: refused.length,
        skipped,
        ranges: batch.ranges.map(rangeText).join(" "),
      });
    },
    retrying: (engine, cause, waitMs) => {
      metrics.retries.inc({ engine });
      logEvents.retrying.write(logger, { what: engine, cause: describe(cause), waitMs });
    },
    inserted: (seconds) => metrics.insertSeconds.observe(seconds),
    commitDelayed: (cause) => logEvents.commitDelayed.write(logger, { cause: describe(cause) }),
    offsetGap: (topic, partition, expected, found) =>
      logEvents.offsetGap.write(logger, { topic, partition, expected, found }),
    offsetWentBack: (topic, partition, expected, found) =>
      logEvents.offsetWentBack.write(logger, { topic, partition, expected, found }),
    damaged: (topic, partition, from) => logEvents.recordBatchDamaged.write(logger, { topic, partition, from }),
    lag: (topic, partition, events, seconds) => {
      const labels = { topic, partition: String(partition) };
      metrics.lagEvents.set(labels, events);
      metrics.lagSeconds.set(labels, seconds);
    },
    standsStill: (topic, partition, at, end) => logEvents.standsStill.write(logger, { topic, partition, at, end }),
    inFlight: (bytes) => metrics.inFlightBytes.set(bytes),
    readSlowly: (schemaId, why) => logEvents.readSlowly.write(logger, { schemaId, why }),
    sequenceGaps: ({ producers, missing, producerIds }) => {
      metrics.producersWithGaps.set(producers);
      metrics.sequenceGaps.set(missing);
      if (missing > 0) logEvents.sequenceGaps.write(logger, { producers, missing, producerIds: producerIds.join(" ") });
    },
    sequencesUnknown: (cause) => logEvents.sequencesUnknown.write(logger, { cause: describe(cause) }),
    progressFailed: (cause) => {
      metrics.progressFailures.inc();
      logEvents.progressFailed.write(logger, { cause: describe(cause) });
    },
    clockBehind: (ms) => logEvents.clockBehind.write(logger, { ms: Math.round(ms) }),
    placesReplaced: (file) => logEvents.placesReplaced.write(logger, { file }),
    placesKept: (cause) => logEvents.placesKept.write(logger, { cause: describe(cause) }),
  };
}

const oldest = (batch: Batch): number =>
  batch.batches.reduce((least, { timestamp }) => Math.min(least, timestamp), Infinity);
const rangeText = ({ topic, partition, nextOffset }: Range): string => `${topic}/${partition}<${nextOffset}`;
const describe = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
