// How figures read in a sentence.

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

export const percent = (part: number): string => `${Math.round(part * 1000) / 10} %`;

/** Seconds in the largest unit that leaves at least one of them. */
export function duration(seconds: number): string {
  if (seconds < 120) return count(Math.round(seconds), "second");
  if (seconds < 7_200) return count(Math.round(seconds / 60), "minute");
  return count(Math.round(seconds / 3_600), "hour");
}

/** Of a map that ClickHouse wrote as JSON: numbers by key, the largest first, equal ones by key. */
export function largestOf(json: string): [string, number][] {
  const parsed: unknown = JSON.parse(json || "{}");
  return Object.entries(Object(parsed))
    .map(([key, value]): [string, number] => [key, Number(value)])
    .toSorted(([key, value], [other, more]) => more - value || (key < other ? -1 : Number(key > other)));
}
