// Which places of scopes are told: each once, and each change.
import { expect, it } from "vitest";
import { ByteBuffer } from "./byte-buffer.ts";
import { NewPlaces } from "./new-places.ts";

type Row = readonly [scope: string, organization: string, folder: string];

/** What is told of each of these blocks, in the words of its rows. */
function told(...blocks: readonly (readonly Row[])[]): Row[][] {
  const columns = [new ByteBuffer(), new ByteBuffer(), new ByteBuffer()] as const;
  const [scopes, organizations, folders] = columns;
  const places = new NewPlaces({ scopes, organizations, folders });
  return blocks.map((rows) => {
    for (const column of columns) column.end = 0;
    for (const row of rows) for (const [index, text] of row.entries()) columns[index]?.text(text);
    return places.take().map(({ scopeId, organizationId, folderId }) => [scopeId, organizationId, folderId] as const);
  });
}

it("tells a place once, and each change", () => {
  const [there, elsewhere] = [
    ["p", "o", "f"],
    ["p", "o", "g"],
  ] as const;
  expect(told([there, there], [there], [elsewhere, there])).toEqual([[there], [], [elsewhere, there]]);
});

it("tells nothing of a scope whose place is not known", () => {
  expect(
    told(
      [["p", "", ""]],
      [
        ["p", "o", ""],
        ["q", "", "f"],
        ["", "", ""],
      ],
    ),
  ).toEqual([
    [],
    [
      ["p", "o", ""],
      ["q", "", "f"],
    ],
  ]);
});

it("reads texts of every length", () => {
  const row = ["s".repeat(300), "ö".repeat(20_000), "f".repeat(127)] as const;
  expect(told([row, row])).toEqual([[row]]);
});

it("tells again what it had to forget", () => {
  const many = Array.from({ length: 60_000 }, (_none, index) => [`p${index}`, "o", ""] as const);
  const [first, second] = told(many, [["p0", "o", ""]]);
  expect(first).toHaveLength(60_000);
  expect(second).toEqual([["p0", "o", ""]]);
});
