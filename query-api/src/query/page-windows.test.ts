import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, ORGANIZATION } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { filterOf } from "../store/selection.contract.ts";
import { pageWindows } from "./page-windows.ts";
import type { Selection } from "./selection.ts";

const DAY = 86_400_000;
const window = { start: 0, end: 90 * DAY };

async function lengths(
  type: "ORGANIZATION" | "FOLDER" | "PROJECT",
  text: string,
  rest: Partial<Selection>,
  sparse = false,
) {
  const scope = await grantedScope({ type, id: ORGANIZATION });
  const pieces = pageWindows(
    selectionOf(scope, window, { filter: filterOf(text), ...rest }),
    pageOf(50),
    sparse,
    () => 0,
  );
  return [...pieces].map(({ start, end }) => (end - start) / DAY);
}

const below = { descendants: true };
test.each([
  ["one scope", "PROJECT", "", {}, [8, 82]],
  ["one scope with a filter", "PROJECT", "outcome=DENIED", {}, [90]],
  ["a search within one scope", "PROJECT", "web outcome=DENIED", {}, [8, 82]],
  ["a search of a rare value within one scope", "PROJECT", "web resource.id=x", {}, [90]],
  ["below an organization", "ORGANIZATION", "", below, [90]],
  ["below an organization with a filter that the projection knows", "ORGANIZATION", "outcome=DENIED", below, [90]],
  ["with one that it does not know", "ORGANIZATION", "userAgent:curl", below, [8, 82]],
  ["with a rare value", "ORGANIZATION", "resource.id=x outcome=DENIED", below, [90]],
  ["with all but a rare value", "ORGANIZATION", "-resource.id=x", below, [8, 82]],
  ["with a rare value or another", "ORGANIZATION", "resource.id=x OR userAgent:curl", below, [8, 82]],
  ["below a folder", "FOLDER", "outcome=DENIED", below, [8, 82]],
  ["a search", "ORGANIZATION", "web", below, [0.25, 6, 83.75]],
] as const)("%s", async (_name, type, text, rest, expected) => {
  expect(await lengths(type, text, rest)).toEqual(expected);
});

test("where the newest days were not enough, all at once, if it is read in the page's order", async () => {
  expect(await lengths("PROJECT", "", {}, true)).toEqual([90]);
  expect(await lengths("FOLDER", "", below, true)).toEqual([8, 82]);
});

test("what was shown is not looked through again", async () => {
  const selection = selectionOf(await grantedScope({ type: "PROJECT", id: ORGANIZATION }), window);
  const after = { eventTime: 30 * DAY, id: idOf(1) };
  expect([...pageWindows(selection, pageOf(50, { after }), false, () => 0)]).toEqual([
    { start: 22 * DAY + 1, end: 30 * DAY + 1 },
    { start: 0, end: 22 * DAY + 1 },
  ]);
  expect([...pageWindows(selection, pageOf(50, { after, order: "oldest-first" }), true, () => 0)]).toEqual([
    { start: 30 * DAY, end: 90 * DAY },
  ]);
});

test("what is read in the page's order is two pieces, however slow; what is sorted or searched is cut shorter", async () => {
  let now = 0;
  const lengthsOf = async (type: "ORGANIZATION" | "FOLDER" | "PROJECT", text = "") => {
    const selection = selectionOf(await grantedScope({ type, id: ORGANIZATION }), window, {
      descendants: type !== "PROJECT",
      filter: filterOf(text),
    });
    const found: number[] = [];
    for (const { start, end } of pageWindows(selection, pageOf(50), false, () => now)) {
      found.push((end - start) / DAY);
      now += 3_000;
      if (found.length === 3) break;
    }
    return found;
  };
  expect(await lengthsOf("PROJECT")).toEqual([8, 82]);
  expect(await lengthsOf("ORGANIZATION")).toEqual([90]);
  expect(await lengthsOf("FOLDER")).toEqual([8, 4, 2]);
  expect(await lengthsOf("PROJECT", "web")).toEqual([8, 4, 2]);
});
