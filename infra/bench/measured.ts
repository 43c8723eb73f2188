// A measurement: what a program had done, and what it had cost, at two moments.

export interface Moment {
  events: number;
  cpuSeconds: number;
}

export interface Spread {
  min: number;
  median: number;
  max: number;
}

export const eventsPerCpuSecond = (from: Moment, to: Moment): number =>
  (to.events - from.events) / (to.cpuSeconds - from.cpuSeconds);

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN);
  return { min: at(0), median: at(0.5), max: at(1) };
}

export const spreadText = ({ min, median, max }: Spread): string =>
  [min, median, max].map((value) => value.toLocaleString("en")).join(" · ");
