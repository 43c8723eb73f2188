// Figures of all rounds as a table for people and as the last line for programs.
import { spread, spreadText, type Spread } from "../measured.ts";
import type { Figures } from "./measure.ts";

export interface Result {
  /** Of the consuming process; null where ClickHouse itself consumes. */
  eventsPerCpuSecond: number | null;
  serverCpuPerMillion: number;
  gatewayCpuPerMillion: number;
  mergeCpuPerMillion: number;
  /** Consuming process and server together, merges apart. */
  cpuPerMillion: number;
  eventsPerSecond: number;
  consumerPeakMiB: number | null;
  serverPeakMiB: number;
}

type Row = readonly [title: string, digits: number, of: (figures: Figures, events: number) => number | undefined];

const perMillion = (cpuSeconds: number, events: number): number => (cpuSeconds / events) * 1e6;

const ROWS: Readonly<Record<keyof Result, Row>> = {
  eventsPerCpuSecond: [
    "events per CPU-second of the consumer",
    0,
    (one, events) => one.consumerCpuSeconds && events / one.consumerCpuSeconds,
  ],
  serverCpuPerMillion: ["ClickHouse, merges apart", 2, (one, events) => perMillion(one.serverCpuSeconds, events)],
  gatewayCpuPerMillion: ["  of which the gateway", 2, (one, events) => perMillion(one.gatewayCpuSeconds, events)],
  mergeCpuPerMillion: ["merging all into one part", 2, (one, events) => perMillion(one.mergeCpuSeconds, events)],
  cpuPerMillion: [
    "consumer and ClickHouse",
    2,
    (one, events) => perMillion((one.consumerCpuSeconds ?? 0) + one.serverCpuSeconds, events),
  ],
  eventsPerSecond: ["events per second", 0, (one, events) => events / one.seconds],
  consumerPeakMiB: ["consumer, most memory, MiB", 0, (one) => one.consumerPeakMiB],
  serverPeakMiB: ["ClickHouse, most memory, MiB", 0, (one) => one.serverPeakMiB],
};

export const resultOf = (rounds: readonly Figures[], events: number): Result => ({
  eventsPerCpuSecond: median(rounds, events, "eventsPerCpuSecond"),
  serverCpuPerMillion: median(rounds, events, "serverCpuPerMillion") ?? 0,
  gatewayCpuPerMillion: median(rounds, events, "gatewayCpuPerMillion") ?? 0,
  mergeCpuPerMillion: median(rounds, events, "mergeCpuPerMillion") ?? 0,
  cpuPerMillion: median(rounds, events, "cpuPerMillion") ?? 0,
  eventsPerSecond: median(rounds, events, "eventsPerSecond") ?? 0,
  consumerPeakMiB: median(rounds, events, "consumerPeakMiB"),
  serverPeakMiB: median(rounds, events, "serverPeakMiB") ?? 0,
});

/** Markdown: a row per contestant, a column per figure, each as minimum · median · maximum. */
export function table(all: ReadonlyMap<string, readonly Figures[]>, events: number): string {
  const keys = Object.keys(ROWS) as (keyof Result)[];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rows = [...all].map(([name, rounds]) => line([name, ...keys.map((key) => cell(rounds, events, key))]));
  return [line(["", ...keys.map((key) => ROWS[key][0].trim())]), line(["", ...keys].map(() => "---")), ...rows].join(
    "\n",
  );
}

function cell(rounds: readonly Figures[], events: number, key: keyof Result): string {
  const figures = spreadOf(rounds, events, key);
  return figures === undefined ? "–" : spreadText(figures);
}

const median = (rounds: readonly Figures[], events: number, key: keyof Result): number | null =>
  spreadOf(rounds, events, key)?.median ?? null;

function spreadOf(rounds: readonly Figures[], events: number, key: keyof Result): Spread | undefined {
  const [, digits, of] = ROWS[key];
  const values = rounds.map((one) => of(one, events)).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : spread(values, digits);
}
