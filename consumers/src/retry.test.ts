// Repeating: for ever where it may work later, three times where nobody knows, never where it cannot.
import { expect, test } from "vitest";
import { untilItWorks, type Verdict } from "./retry.ts";

async function attempt(verdict: Verdict, failures: number) {
  let tries = 0;
  const waits: number[] = [];
  const work = () => {
    tries += 1;
    return tries <= failures ? Promise.reject(new Error(`try ${tries}`)) : Promise.resolve("done");
  };
  const result = await untilItWorks({
    work,
    verdict: () => verdict,
    onRetry: (_cause, waitMs) => waits.push(waitMs),
    firstBoundMs: 1,
    maxBoundMs: 4,
    random: () => 1,
  }).catch((cause: Error) => cause.message);
  return { tries, result, waits };
}

test.each([
  ["retry", 6, { tries: 7, result: "done", waits: [1, 2, 4, 4, 4, 4] }],
  ["unsure", 2, { tries: 3, result: "done", waits: [1, 2] }],
  ["unsure", 3, { tries: 3, result: "try 3", waits: [1, 2] }],
  ["stop", 1, { tries: 1, result: "try 1", waits: [] }],
] as const)("%s after %i failures", async (verdict, failures, expected) => {
  expect(await attempt(verdict, failures)).toEqual(expected);
});
