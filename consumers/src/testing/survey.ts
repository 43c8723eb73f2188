// A survey that does at once whatever waits for its time, of the partition that makes it the surveyor.
import { OPEN_FENCE } from "../adapters/memory.ts";
import { Hierarchy } from "../hierarchy/hierarchy.ts";
import type { HierarchyStore } from "../hierarchy/hierarchy-store.ts";
import { Survey } from "../hierarchy/survey.ts";

export function surveyOf(
  prefix: string,
  store: HierarchyStore,
): { survey: Survey; hierarchy: Hierarchy; faults: unknown[] } {
  const hierarchy = new Hierarchy();
  let clock = 0;
  const faults: unknown[] = [];
  const survey = new Survey({
    hierarchy,
    store,
    prefix,
    intervalMs: 1,
    // Whatever waits for its time may be done at once.
    now: () => (clock += 60_000),
    observer: {
      surveyed: () => {},
      surveyFailed: (cause) => void faults.push(cause),
      full: () => {},
      rowsWritten: () => {},
      fillBegun: () => {},
      // Tests stop mutations, and that is what they say then.
      fillStuck: () => {},
    },
  });
  survey.assigned({
    epoch: 1,
    positions: [{ topic: `${prefix}.resource-manager`, partition: 0, offset: 0 }],
    fence: OPEN_FENCE,
    whileOurs: (working) => working(),
    batches: async function* () {},
    commit: () => Promise.resolve(true),
  });
  return { survey, hierarchy, faults };
}
