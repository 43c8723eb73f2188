import { expect, test } from "vitest";
import { entryWindows } from "./entry-windows.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse("2026-03-21T12:00:00.000Z");
const everywhere = { start: now - 90 * DAY, end: now + 25 * HOUR };
const madeAt = (time: number, version = "7"): string => {
  const hex = time.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${version}b6e-8f21-0c4b5d6e7f80`;
};

test("an id that carries a time is looked for around it first, then everywhere", () => {
  const time = now - 3 * DAY;
  expect(entryWindows(madeAt(time), now)).toEqual([{ start: time - HOUR, end: time + HOUR }, everywhere]);
});

test.each([
  ["of another version", madeAt(now - DAY, "4")],
  ["made before anything that is kept", madeAt(now - 91 * DAY)],
  ["made in the far future", madeAt(now + 3 * DAY)],
])("an id %s is looked for everywhere at once", (_name, id) => {
  expect(entryWindows(id, now)).toEqual([everywhere]);
});
