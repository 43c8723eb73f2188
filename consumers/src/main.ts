// The worker as a program: reads the environment, wires the ports, works until it is asked to stop.
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { createRegistry } from "@audit-log/schemas";
import { LOG_DESTINATION, stopRequested } from "@audit-log/schemas/program";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import pino from "pino";
import manifest from "../package.json" with { type: "json" };
import { createClickHouseStore } from "./adapters/clickhouse.ts";
import { createKafkaDeadLetters } from "./adapters/kafka-dead-letters.ts";
import { createKafkaLog } from "./adapters/kafka-log.ts";
import { watchSequences } from "./adapters/sequence-watch.ts";
import { requireSafeTable } from "./adapters/table-check.ts";
import { workerConfig } from "./config.ts";
import { startEnrichment } from "./enrich/start-enrichment.ts";
import { groupClient } from "./fetch/group-client.ts";
import { startHttpServer } from "./http-server.ts";
import { connectKafka } from "./kafka-client.ts";
import * as logEvents from "./log-events.ts";
import { createMetrics } from "./metrics.ts";
import { createObserver } from "./observer.ts";
import type { Assignment } from "./ports.ts";
import { createClickHouseProgress } from "./progress/clickhouse-progress.ts";
import { Progress } from "./progress/progress.ts";
import { work } from "./worker.ts";

const DRAIN_MS = 25_000;
const CLOSE_MS = 2_000;
/** How long events wait for the hierarchy at the start; what it does not know then is filled in later. */
const HIERARCHY_PATIENCE_MS = 10_000;

const config = workerConfig(process.env);
const logger = pino({ level: config.logLevel, base: { program: "worker" } }, pino.destination(LOG_DESTINATION));
const metrics = createMetrics();
const observer = createObserver(logger, metrics);

const kafka = connectKafka(config, logger);
const clickhouse = createClient({
  ...config.clickhouse,
  application: "audit-worker",
  request_timeout: 30_000,
  // What fails is told once, by the observer; the client would print it beside the log, with a stack.
  log: { level: ClickHouseLogLevel.OFF },
});
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
await producer.connect();
const progress = new Progress({
  store: createClickHouseProgress(clickhouse, config.sessionTimeoutMs, observer),
  observer,
  prefix: config.prefix,
  everyMs: config.progressMs,
  now: Date.now,
});
const lag: typeof observer.lag = (topic, partition, events, seconds) => (
  progress.waits(topic, partition, seconds),
  observer.lag(topic, partition, events, seconds)
);
const log = await createKafkaLog(groupClient(kafka), config, { ...observer, lag });

const ending = new AbortController();
const { enricher, survey } = await startEnrichment({ config, clickhouse, logger, metrics, observer }, ending.signal);

let assigned = false;
const http = await startHttpServer(
  config.http,
  { alive: () => log.isMoving(), ready: () => assigned },
  metrics.registry,
);

const worker = {
  log,
  store: createClickHouseStore(
    clickhouse,
    config.sessionTimeoutMs,
    observer,
    `audit-worker/${hostname()}/${process.pid}`,
  ),
  deadLetters: createKafkaDeadLetters(producer, { prefix: config.prefix, version: manifest.version }, observer),
  registry: createRegistry(config.registry),
  enricher,
  progress,
  observer: {
    ...observer,
    assigned: (assignment: Assignment) => (
      (assigned = true),
      survey.assigned(assignment),
      observer.assigned(assignment)
    ),
  },
  prefix: config.prefix,
  maxRefusedInARow: config.maxRefusedInARow,
  now: Date.now,
};
void watchSequences(
  { client: clickhouse, observer, isOurs: () => log.isFirst(), everyMs: config.sequenceWatchMs, now: Date.now },
  ending.signal,
);
const working = requireSafeTable(clickhouse, observer)
  .then(() => survey.begin(HIERARCHY_PATIENCE_MS))
  .then(() => work(worker));

try {
  const reason = await Promise.race([stopRequested(config.exitWithParent), working.then(() => "the log ended")]);
  void survey.stop();
  await log.stop();
  // What is not settled by then is not committed either: the next worker fetches it again.
  await Promise.race([working, sleep(DRAIN_MS, undefined, { ref: false })]);
  logEvents.stopped.write(logger, { reason });
} catch (err) {
  logEvents.crashed.write(logger, { err });
  process.exitCode = 1;
} finally {
  ending.abort();
  http.close();
  // An engine that is away would keep its client, and so the process, for as long as it is away.
  await Promise.race([Promise.all([producer.disconnect(), clickhouse.close()]), sleep(CLOSE_MS)]);
  process.exit();
}
