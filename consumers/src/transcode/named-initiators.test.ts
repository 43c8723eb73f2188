// Which e-mails are told: each once, and again where another worker's older one could pass for the latest.
import { expect, it } from "vitest";
import { NamedInitiators, TOLD_AGAIN_MS } from "./named-initiators.ts";

const START = Date.UTC(2026, 0, 1);

/** The e-mails that are told of one initiator, in the order of the events; `at`: milliseconds behind the start. */
function told(...events: (readonly [email: string, at: number])[]): (readonly [string, number])[] {
  const initiators = new NamedInitiators(["USER"]);
  for (const [email, at] of events) initiators.readOne({ kind: "USER", id: "u", email, version: START + at });
  return initiators.found.map(({ email, version }) => [email, version - START] as const);
}

it("tells an e-mail once, and each change", () => {
  expect(told(["a", 0], ["a", 1], ["b", 2], ["b", 3], ["a", 4])).toEqual([
    ["a", 0],
    ["b", 2],
    ["a", 4],
  ]);
});

it("does not tell what an older event says", () => {
  expect(told(["a", 5], ["b", 4])).toEqual([["a", 5]]);
});

it("tells again what is still named later, counted from when it was told", () => {
  const half = TOLD_AGAIN_MS / 2;
  expect(told(["a", 0], ["a", half], ["a", 2 * half], ["a", 3 * half])).toEqual([
    ["a", 0],
    ["a", 2 * half],
  ]);
});
