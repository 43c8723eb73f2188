// What the survey tells about its work.
import type { Logger } from "pino";
import * as logEvents from "../log-events.ts";
import type { WorkerMetrics } from "../metrics.ts";

export interface HierarchyObserver {
  surveyed(nodes: number, unresolved: number): void;
  surveyFailed(cause: unknown): void;
  full(nodes: number): void;
  rowsWritten(rows: number): void;
  fillBegun(partition: string, scopes: number): void;
  fillStuck(mutation: string, fault: string): void;
}

export function createHierarchyObserver(
  logger: Logger,
  metrics: Pick<WorkerMetrics, "hierarchyNodes" | "hierarchyUnresolved">,
): HierarchyObserver {
  return {
    surveyed: (nodes, unresolved) => {
      metrics.hierarchyNodes.set(nodes);
      metrics.hierarchyUnresolved.set(unresolved);
    },
    surveyFailed: (cause) =>
      logEvents.surveyFailed.write(logger, {
        cause: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
      }),
    full: (nodes) => logEvents.hierarchyFull.write(logger, { nodes }),
    rowsWritten: (rows) => logEvents.hierarchyWritten.write(logger, { rows }),
    fillBegun: (partition, scopes) => logEvents.fillBegun.write(logger, { partition, scopes }),
    fillStuck: (mutation, fault) => logEvents.fillStuck.write(logger, { mutation, fault }),
  };
}
