// The period of a request: chosen by the first, repeated by those that go on.
import { Problem } from "../problem.ts";
import { chooseWindow, type Window, type WindowRules } from "../query/window.ts";

/** Milliseconds UTC. */
export interface AskedPeriod {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** Throws Problem (400). */
export function choosePeriod(asked: AskedPeriod, rules: WindowRules, now: number): Window {
  const choice = chooseWindow(asked, rules, now);
  if (!choice.ok) throw new Problem("invalid-period", choice.message);
  return choice.window;
}

/** A cursor brings its window along: times beside it may only repeat that. Throws Problem (400). */
export function keepPeriod({ start, end }: AskedPeriod, window: Window, { startName, endName }: WindowRules): Window {
  if ((start ?? window.start) !== window.start || (end ?? window.end) !== window.end)
    throw new Problem(
      "invalid-period",
      `cursor belongs to another period: leave ${startName} and ${endName} as they were`,
    );
  return window;
}
