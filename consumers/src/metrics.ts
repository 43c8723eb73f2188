// Every metric of the worker, defined once with one sentence; dashboards and alerts refer to these.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

export interface WorkerMetrics {
  registry: Registry;
  events: Counter<"domain">;
  deadLetters: Counter<"reason">;
  skipped: Counter;
  retries: Counter<"engine">;
  batchRows: Histogram;
  insertSeconds: Histogram;
  freshnessSeconds: Gauge;
  epoch: Gauge;
  partitions: Gauge;
  lagEvents: Gauge<"topic" | "partition">;
  lagSeconds: Gauge<"topic" | "partition">;
  inFlightBytes: Gauge;
  hierarchyNodes: Gauge;
  hierarchyUnresolved: Gauge;
  sequenceGaps: Gauge;
  producersWithGaps: Gauge;
  progressFailures: Counter;
}

export function createMetrics(): WorkerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    events: new Counter({
      name: "audit_worker_events_total",
      help: "Events stored and committed.",
      labelNames: ["domain"],
      registers,
    }),
    deadLetters: new Counter({
      name: "audit_worker_dead_letters_total",
      help: "Records that could not become an event, by reason.",
      labelNames: ["reason"],
      registers,
    }),
    skipped: new Counter({
      name: "audit_worker_skipped_total",
      help: "Records that were stored before an earlier worker could commit them.",
      registers,
    }),
    retries: new Counter({
      name: "audit_worker_retries_total",
      help: "Steps repeated because an engine was away or busy.",
      labelNames: ["engine"],
      registers,
    }),
    batchRows: new Histogram({
      name: "audit_worker_batch_rows",
      help: "Rows per inserted block.",
      buckets: [1, 10, 100, 1_000, 5_000, 10_000, 25_000, 50_000, 100_000],
      registers,
    }),
    insertSeconds: new Histogram({
      name: "audit_worker_insert_seconds",
      help: "Time until ClickHouse said that a block is durable, repetitions included.",
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    freshnessSeconds: new Gauge({
      name: "audit_worker_freshness_seconds",
      help: "Age of the oldest event of the last batch at the moment it became readable, by Kafka's time stamp.",
      registers,
    }),
    lagEvents: new Gauge({
      name: "audit_worker_lag_events",
      help: "Records of an assigned partition that are not settled yet.",
      labelNames: ["topic", "partition"],
      registers,
    }),
    lagSeconds: new Gauge({
      name: "audit_worker_lag_seconds",
      help: "Age of the oldest record of an assigned partition that is not settled yet, by Kafka's time stamp; 0 where nothing waits.",
      labelNames: ["topic", "partition"],
      registers,
    }),
    inFlightBytes: new Gauge({
      name: "audit_worker_in_flight_bytes",
      help: "Bytes that are fetched, unpacked, and not settled yet.",
      registers,
    }),
    hierarchyNodes: new Gauge({
      name: "audit_worker_hierarchy_nodes",
      help: "Organizations, folders and projects that this worker knows from Resource Manager's events.",
      registers,
    }),
    hierarchyUnresolved: new Gauge({
      name: "audit_worker_hierarchy_unresolved",
      help: "Of these, folders and projects whose organization is not known, because a parent's event is missing or in doubt.",
      registers,
    }),
    sequenceGaps: new Gauge({
      name: "audit_worker_sequence_gaps",
      help: "Sequence numbers missing among the events received in the last hour but the last two minutes: lost, dead-lettered, still on the way, or dated more than a day back. One worker of the group asks, the others say 0.",
      registers,
    }),
    producersWithGaps: new Gauge({
      name: "audit_worker_producers_with_gaps",
      help: "Producers of whose sequence numbers some are missing, as audit_worker_sequence_gaps counts them.",
      registers,
    }),
    progressFailures: new Counter({
      name: "audit_worker_progress_failures_total",
      help: "Times that ClickHouse could not be told how far the partitions are settled. Events are stored as before; readers by arrival wait.",
      registers,
    }),
    partitions: new Gauge({
      name: "audit_worker_partitions",
      help: "Partitions that the group has given this worker.",
      registers,
    }),
    epoch: new Gauge({
      name: "audit_worker_epoch",
      help: "How often the group has given this worker partitions.",
      registers,
    }),
  };
}
