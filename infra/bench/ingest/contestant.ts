// What takes part: something that brings the topic's events into the events table of a ClickHouse of its own.
import type { Engines } from "../../local/src/engines/engines.ts";
import type { OwnGateway } from "../../local/src/testing/own-gateway.ts";
import type { Broker } from "./committed.ts";
import type { Load } from "./load.ts";
import type { Stored } from "./reference.ts";
import { noCost, processCost, type ProcessCost } from "./process-cost.ts";

/** What a contestant is given in a round. */
export interface Ground {
  engines: Pick<Engines, "kafka" | "registry">;
  broker: Broker;
  load: Load;
  /** With the events table, empty, in the database `database`. */
  clickhouse: OwnGateway;
  database: string;
  /** A consumer group that nobody has used. */
  group: string;
  /** Files, each the Native block of one insert. */
  blocks: readonly string[];
  /** For logs and ports. */
  folder: string;
}

export interface Contestant {
  /** As in the result. */
  name: string;
  stores: Stored | "nothing";
  start: (ground: Ground) => Promise<Run>;
}

/** A contestant at work. */
export interface Run {
  /** Of the consuming process; undefined where ClickHouse itself consumes. */
  pid: number | undefined;
  /** Taken before the first event was fetched. */
  from: Sample;
  /** Resolves when the last event is readable; rejects where it never will be. */
  done: Promise<void>;
  end: () => Promise<void>;
}

export interface Sample {
  /** Milliseconds, monotonic. */
  at: number;
  consumer: ProcessCost;
  server: ProcessCost;
}

/** Longer than the slowest contestant needs for a million events. */
export const GIVE_UP_MS = 300_000;

export const sample = (consumer: number | undefined, server: number): Sample => ({
  at: performance.now(),
  consumer: consumer === undefined ? noCost : processCost(consumer),
  server: processCost(server),
});
