// What a stranger sent must not act on a terminal, and what lets somebody in is not shown.
import { expect, test } from "vitest";
import { hexLines, printable, shownHeaders } from "./printable.ts";

test("control characters, C1 ones and those that turn the direction are written out", () => {
  expect(printable("a\u001b[2Jb\u009bc\u202ed\r\ne\tfü€😀")).toBe(
    "a\\u{1b}[2Jb\\u{9b}c\\u{202e}d\\u{d}\\u{a}e\\u{9}fü€😀",
  );
});

test.each([
  "Authorization",
  "proxy-authorization",
  "Cookie",
  "set-cookie",
  "X-Api-Key",
  "x-auth-token",
  "client-secret",
])("the value of %s is hidden", (name) => {
  expect(shownHeaders({ [name]: Buffer.from("Bearer hush") })).toEqual({ [name]: "[hidden]" });
});

test("other headers are shown, bytes that are no text as digits", () => {
  const headers = { trace: Buffer.from("abc"), many: ["1", Buffer.from("2")], raw: Buffer.from([0xff, 0x01]) };
  expect(shownHeaders(headers)).toEqual({ trace: "abc", many: "1, 2", raw: "0xff01" });
});

test("bytes as digits and text", () => {
  expect(hexLines(Buffer.from("hello, audit log!\n"), 128)).toEqual([
    "0000  68 65 6c 6c 6f 2c 20 61 75 64 69 74 20 6c 6f 67  hello, audit log",
    `0010  21 0a ${" ".repeat(42)} !.`,
  ]);
  expect(hexLines(Buffer.alloc(300), 32)).toHaveLength(2);
});
