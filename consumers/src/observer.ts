// What the worker tells about its work: one place that counts and logs, so that the main path stays free of both.
import type { StoredEvent } from "@audit-log/schemas";
import type { Logger } from "pino";
import * as logEvents from "./log-events.ts";
import type { WorkerMetrics } from "./metrics.ts";
import type { Assignment } from "./ports.ts";
import type { Batch, Range, Refused } from "./record.ts";

export interface Settled {
  batch: Batch;
  rows: readonly StoredEvent[];
  refused: readonly Refused[];
  skipped: number;
  /** Milliseconds UTC. */
  now: number;
}

export interface WorkerObserver {
  assigned(assignment: Assignment): void;
  settled(settled: Settled): void;
  retrying(engine: "clickhouse" | "kafka" | "registry", cause: unknown, waitMs: number): void;
  inserted(seconds: number): void;
  commitDelayed(cause: unknown): void;
  offsetGap(topic: string, partition: number, expected: number, found: number): void;
}

export function createObserver(logger: Logger, metrics: WorkerMetrics): WorkerObserver {
  return {
    assigned: ({ epoch, positions }) => {
      metrics.epoch.set(epoch);
      logEvents.assigned.write(logger, { epoch, partitions: positions.length });
    },
    settled: ({ batch, rows, refused, skipped, now }) => {
      countByDomain(rows, metrics);
      if (rows.length > 0) metrics.batchRows.observe(rows.length);
      metrics.skipped.inc(skipped);
      metrics.freshnessSeconds.set((now - oldest(batch)) / 1_000);
      for (const { record, reason, message } of refused) {
        const { topic, partition, offset } = record;
        metrics.deadLetters.inc({ reason });
        logEvents.recordRefused.write(logger, { reason, detail: message, topic, partition, offset });
      }
      logEvents.batchSettled.write(logger, {
        rows: rows.length,
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
  };
}

function countByDomain(rows: readonly StoredEvent[], metrics: WorkerMetrics): void {
  const counts = new Map<string, number>();
  for (const { domain } of rows) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  for (const [domain, count] of counts) metrics.events.inc({ domain }, count);
}

const oldest = (batch: Batch): number =>
  batch.records.reduce((least, { timestamp }) => Math.min(least, timestamp), Infinity);
const rangeText = ({ topic, partition, nextOffset }: Range): string => `${topic}/${partition}<${nextOffset}`;
const describe = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
