// The period of a v3 route that has no pages.
import { Problem } from "../problem.ts";
import { chooseWindow, type Window } from "../query/window.ts";
import { v3 } from "./v3.ts";

/** Milliseconds UTC. Throws Problem (400). */
export function choosePeriod(asked: { start: number | undefined; end: number | undefined }, now: number): Window {
  const choice = chooseWindow(asked, v3.window, now);
  if (!choice.ok) throw new Problem(400, choice.message);
  return choice.window;
}
