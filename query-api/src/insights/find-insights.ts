// Runs every kind of insight. One that is too slow says so instead of failing all.
import type { Selection } from "../query/selection.ts";
import { StoreUnavailable } from "../store/entry-store.ts";
import type { Insight, InsightKind } from "./insight.ts";
import type { InsightRows } from "./insight-rows.ts";
import { AT_A_TIME } from "./thresholds.ts";

export interface FoundInsights {
  readonly insights: readonly Insight[];
  /** Kinds that were not found out, because the store did not answer in time. */
  readonly missing: readonly InsightKind[];
}

/** Throws StoreUnavailable where no kind was answered. */
export async function findInsights(
  store: InsightRows,
  kinds: readonly InsightKind[],
  selection: Selection,
  signal: AbortSignal,
): Promise<FoundInsights> {
  const answers = new Map<InsightKind, readonly Insight[] | StoreUnavailable>();
  const waiting = [...kinds];
  const work = async (): Promise<void> => {
    for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift())
      answers.set(kind, await answerOf(store, kind, selection, signal));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const missing = kinds.filter((kind) => answers.get(kind) instanceof StoreUnavailable);
  const fault = missing[0] && answers.get(missing[0]);
  if (fault instanceof StoreUnavailable && missing.length === kinds.length) throw fault;
  const insights = kinds.flatMap((kind) => {
    const answer = answers.get(kind);
    return answer === undefined || answer instanceof StoreUnavailable ? [] : answer;
  });
  return { insights, missing };
}

async function answerOf(
  store: InsightRows,
  kind: InsightKind,
  selection: Selection,
  signal: AbortSignal,
): Promise<readonly Insight[] | StoreUnavailable> {
  try {
    return kind.insightsOf(await store.rows(kind.name, kind.query(selection), signal), selection.window);
  } catch (fault) {
    if (fault instanceof StoreUnavailable && !signal.aborted) return fault;
    throw fault;
  }
}
