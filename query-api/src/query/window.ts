// The window of a list: which event times it covers, and the rules by which a caller may choose it.
import { DAY_MS, RETENTION_DAYS, RETENTION_MS } from "@audit-log/schemas";

/** Milliseconds UTC; `start` belongs to the window, `end` does not, so that windows laid end to end show each entry once. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

export interface WindowRules {
  readonly longestMs: number;
  /** How the caller knows longestMs and the two parameters. */
  readonly longestName: string;
  readonly startName: string;
  readonly endName: string;
}

export type WindowChoice = { ok: true; window: Window } | { ok: false; message: string };

/** For "the last 90 days" asked by a client whose clock is a little behind, or whose request took a while. */
const SLACK_MS = 60_000;

/** Defaults: the end is now, the start a day before the end (published contract: at most 24 hours within the last 90 days). */
export function chooseWindow(
  asked: { start: number | undefined; end: number | undefined },
  rules: WindowRules,
  now: number,
): WindowChoice {
  const end = asked.end ?? now;
  const start = asked.start ?? end - DAY_MS;
  const longest = rules.longestMs + (asked.end === undefined ? SLACK_MS : 0);
  const { startName, endName } = rules;
  if (start > end) return { ok: false, message: `${startName} must not be after ${endName}` };
  if (end - start > longest)
    return {
      ok: false,
      message: `the period from ${startName} to ${endName} must not be longer than ${rules.longestName}`,
    };
  if (start < now - RETENTION_MS - SLACK_MS)
    return { ok: false, message: `${startName} must be within the last ${RETENTION_DAYS} days` };
  return { ok: true, window: { start, end } };
}
