import { expect, test } from "vitest";
import { mostSelfTime } from "./profile.ts";

const frame = (functionName: string, url = "") => ({ functionName, url, lineNumber: 6 });

test("self time is what passes until the next sample, without waiting, most first", () => {
  const profile = {
    nodes: [
      { id: 1, callFrame: frame("(idle)") },
      { id: 2, callFrame: frame("utf8Slice") },
      { id: 3, callFrame: frame("", "node:internal/x") },
    ],
    samples: [2, 1, 3, 2, 1],
    timeDeltas: [0, 3_000, 9_000, 1_000, 2_000],
  };
  expect(mostSelfTime(profile, 5)).toEqual([
    { what: "utf8Slice", milliseconds: 5, share: 5 / 6 },
    { what: "(anonymous) node:internal/x:7", milliseconds: 1, share: 1 / 6 },
  ]);
});
