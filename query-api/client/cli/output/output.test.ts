import stringWidth from "string-width";
import { expect, test } from "vitest";
import { bar } from "./bar.ts";
import { csvLine } from "./csv.ts";
import { harmless, harmlessJson } from "./harmless.ts";
import { fitted, Table } from "./table.ts";

const HOSTILE = "\u001b[2J\u009b31m\u0007a\u202eb\u2066c\u200bd\u0000\r\ne\tf\ud800";

test("nothing that a terminal obeys is left of a text, nor of JSON, which means the same", () => {
  const obeyed = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u;
  expect(harmless(HOSTILE)).not.toMatch(obeyed);
  expect(harmless(HOSTILE)).not.toContain("\n");
  expect(harmless("Grüße 👩‍🚀 مرحبا")).toBe("Grüße 👩‍🚀 مرحبا");
  expect(harmlessJson({ text: HOSTILE })).not.toMatch(obeyed);
  expect(JSON.parse(harmlessJson({ text: HOSTILE }, 2))).toEqual({ text: HOSTILE });
});

test.each([
  ["=1+1", "'=1+1"],
  ["\n=1", '"\'\n=1"'],
  [" @SUM(A1)", "' @SUM(A1)"],
  ["\tx", "'\tx"],
  ['a "b", c', '"a ""b"", c"'],
  ["-1", "'-1"],
  ["plain", "plain"],
])("%j is %j in CSV", (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

test("cells are exactly as wide as they should be, also with wide characters", () => {
  for (const text of ["", "short", "much too long for it", "漢字漢字漢字漢字", "👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀"])
    expect(stringWidth(fitted(text, 9))).toBe(9);
});

test("the elastic column gives way to the terminal's width", () => {
  const rows = [{ id: "1", what: "w".repeat(200) }];
  const columns = [
    { title: "ID", text: (row: { id: string; what: string }) => row.id },
    { title: "WHAT", text: (row: { id: string; what: string }) => row.what, isElastic: true },
  ];
  const text = new Table(columns, 40, (title) => title).text(rows);
  expect(text.split("\n").map((line) => line.length)).toEqual([8, 40, 0]);
  expect(new Table(columns, 40, (title) => title).text([{ id: "1", what: "short" }])).toBe("ID  WHAT\n1   short\n");
  expect(new Table(columns, Number.POSITIVE_INFINITY, (title) => title).text(rows)).toContain("w".repeat(200));
});

test("rows that follow are cut on a terminal, and nowhere else", () => {
  const columns = [{ title: "ID", text: (id: string) => id }];
  for (const [width, shown] of [
    [40, "1…\n"],
    [Number.POSITIVE_INFINITY, "12345\n"],
  ] as const) {
    const table = new Table(columns, width, (title) => title);
    table.text(["1"]);
    expect(table.text(["12345"])).toBe(shown);
  }
});

test("bars: more than nothing is seen, the largest is whole", () => {
  expect([bar(0, 10, 4), bar(1, 1_000_000, 4), bar(5, 10, 4), bar(10, 10, 4)]).toEqual(["", "▏", "██", "████"]);
});
