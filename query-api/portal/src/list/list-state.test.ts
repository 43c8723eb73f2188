// How the list moves on, without a browser.
import { expect, test } from "vitest";
import { entry } from "../../testing/entries.ts";
import * as list from "./list-state.ts";

const now = Date.parse("2026-03-21T08:10:14.422Z");
const page = (from: number, count: number, cursor?: string) => ({
  items: Array.from({ length: count }, (_, index) => entry(from + index, now)),
  limit: 100,
  ...(cursor === undefined ? {} : { cursor }),
});

test("reads on until there is no cursor", () => {
  const first = list.firstPageRead(page(0, 2, "next"), now);
  expect(list.cursorOf(first)).toBe("next");
  expect(list.countText(first)).toBe("Newest 2 entries");

  const reading = list.readingMore(first, "next");
  expect(list.cursorOf(reading)).toBeUndefined();

  const all = list.moreRead(reading, page(2, 1));
  expect(list.cursorOf(all)).toBeUndefined();
  expect(list.countText(all)).toBe("3 entries");
});

test("a failure while reading on keeps the entries and the cursor to try again with", () => {
  const first = list.firstPageRead(page(0, 2, "next"), now);
  const failed = list.moreFailed(list.readingMore(first, "next"), "next", { kind: "network" });
  expect(failed).toMatchObject({ kind: "read", entries: page(0, 2).items });
  expect(list.cursorOf(failed)).toBe("next");
});

test("reading again keeps what is on screen, and does not read on meanwhile", () => {
  const again = list.readingAgain(list.firstPageRead(page(0, 2, "next"), now));
  expect(again).toMatchObject({ kind: "read", again: true });
  expect(list.cursorOf(again)).toBeUndefined();
  expect(list.readingAgain({ kind: "failed", failure: { kind: "network" } })).toEqual({
    kind: "loading",
    further: false,
  });
});

test("counts in words", () => {
  expect(list.countText({ kind: "loading", further: false })).toBe("Reading entries…");
  expect(list.countText(list.firstPageRead(page(0, 0), now))).toBe("No entries");
  expect(list.countText(list.firstPageRead(page(0, 1), now))).toBe("1 entry");
  expect(list.countText(list.firstPageRead(page(0, 1200, "next"), now))).toBe("Newest 1,200 entries");
});
