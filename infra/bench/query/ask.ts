// One request to the query service, and how long it took.
import type { Grounds } from "./grounds.ts";

export interface Answered {
  /** Infinity where the service gave up (503). */
  readonly milliseconds: number;
  readonly body: string;
}

/** Until the last byte. Throws where the answer is neither 200 nor 503. */
export async function ask({ url, token }: Pick<Grounds, "url" | "token">, path: string): Promise<Answered> {
  const started = performance.now();
  const answer = await fetch(`${url}/v3/${path}`, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.text();
  if (answer.status === 503) return { milliseconds: Number.POSITIVE_INFINITY, body: "{}" };
  if (answer.status !== 200) throw new Error(`${answer.status} for ${path}: ${body.slice(0, 500)}`);
  return { milliseconds: performance.now() - started, body };
}

/** `share` 0.95: of 20 answers the slowest but one. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
