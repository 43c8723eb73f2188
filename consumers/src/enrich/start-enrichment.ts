// What enrichment needs while the worker runs: the operator's databases of addresses, and the survey of the hierarchy.
import type { ClickHouseClient } from "@clickhouse/client";
import type { Logger } from "pino";
import type { WorkerConfig } from "../config.ts";
import { createClickHouseHierarchy } from "../hierarchy/clickhouse-hierarchy.ts";
import { Hierarchy } from "../hierarchy/hierarchy.ts";
import { createHierarchyObserver } from "../hierarchy/observer.ts";
import { Survey } from "../hierarchy/survey.ts";
import type { WorkerMetrics } from "../metrics.ts";
import type { WorkerObserver } from "../observer.ts";
import type { Enricher } from "../ports.ts";
import { createEnricher } from "./enricher.ts";
import { openPlaces } from "./places.ts";

/** Databases of addresses are renewed monthly or weekly: a minute is soon. */
const PLACES_WATCH_MS = 60_000;

interface Parts {
  config: Pick<WorkerConfig, "mmdbFiles" | "hierarchyMs" | "prefix">;
  clickhouse: ClickHouseClient;
  logger: Logger;
  metrics: WorkerMetrics;
  observer: WorkerObserver;
}

/** The survey is begun by the caller, once the tables are there. Throws an error that names a file of addresses that cannot be read. */
export async function startEnrichment(
  { config, clickhouse, logger, metrics, observer }: Parts,
  signal: AbortSignal,
): Promise<{ enricher: Enricher; survey: Survey }> {
  const places = await openPlaces(config.mmdbFiles, observer);
  void places.watch(PLACES_WATCH_MS, signal);
  const hierarchy = new Hierarchy();
  const survey = new Survey({
    hierarchy,
    store: createClickHouseHierarchy(clickhouse),
    observer: createHierarchyObserver(logger, metrics),
    prefix: config.prefix,
    intervalMs: config.hierarchyMs,
    now: () => performance.now(),
  });
  return { enricher: createEnricher(places, hierarchy), survey };
}
