// Figures of several rounds: their minimum, median and maximum.

export interface Spread {
  min: number;
  median: number;
  max: number;
}

/** `digits` after the point. */
export function spread(values: readonly number[], digits = 0): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN).toFixed(digits));
  return { min: at(0), median: at(0.5), max: at(1) };
}

export const spreadText = ({ min, median, max }: Spread): string =>
  [min, median, max].map((value) => value.toLocaleString("en")).join(" · ");
