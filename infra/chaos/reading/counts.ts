// What a round comes to, in numbers: one flat line.
import type { Counted, Evidence, Findings } from "./check.ts";
import type { Ledger } from "./ledger.ts";
import { type Mode, MODES, type Showing } from "./showing.ts";

export interface CountsOfMode {
  /** Passes or streams. */
  passes: number;
  /** Pages of lists and feeds, connections of tails and downloads. */
  pages: number;
  entries: number;
}

export interface Counts extends Record<keyof Findings, number>, Record<Mode, CountsOfMode> {
  acknowledged: number;
  /** A minute or more after they happened. */
  late: number;
  /** Acknowledged twice. */
  repeated: number;
  private: number;
  stored: number;
  broken: number;
  resumed: number;
}

export interface Counting extends Pick<Evidence, "stored" | "showings" | "counted"> {
  readonly ledger: Ledger;
  readonly repeated: ReadonlySet<string>;
  readonly memory: { readonly broken: number; readonly resumed: number };
  readonly findings: Findings;
}

export function countsOf({ ledger, repeated, stored, showings, counted, memory, findings }: Counting): Counts {
  const ofMode = (mode: Mode): CountsOfMode => {
    const some: readonly (Showing | Counted)[] = [...showings, ...counted].filter((one) => one.mode === mode);
    const sum = (of: (one: Showing | Counted) => number): number => some.reduce((all, one) => all + of(one), 0);
    return {
      passes: some.length,
      pages: sum(({ pages }) => pages),
      entries: sum((one) => ("rows" in one ? one.rows : one.shown.length)),
    };
  };
  const modes = Object.fromEntries(MODES.map((mode) => [mode, ofMode(mode)])) as Record<Mode, CountsOfMode>;
  const found = Object.fromEntries(Object.entries(findings).map(([kind, list]) => [kind, list.length]));
  return {
    acknowledged: ledger.acknowledged.size,
    late: ledger.late,
    repeated: repeated.size,
    private: ledger.privates,
    stored: stored.size,
    ...modes,
    broken: memory.broken,
    resumed: memory.resumed,
    ...(found as Record<keyof Findings, number>),
  };
}
