import * as fc from "fast-check";
import { expect, test } from "vitest";
import { idOf, OTHER_PROJECT, PROJECT } from "../../test/rows.ts";
import { createCursors, type CursorBinding } from "./cursor.ts";

const cursors = createCursors("s".repeat(32));
const question = { descendants: false, order: "newest-first", filter: "service=dns" } as const;
const binding: CursorBinding = { version: "v2", scope: { type: "PROJECT", id: PROJECT }, subject: "user-1", question };
const content = { window: { start: 1, end: 1_774_000_000_000 }, last: { eventTime: 1_773_999_999_999, id: idOf(7) } };

test("a cursor brings back what was sealed", () => {
  const time = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });
  fc.assert(
    fc.property(time, time, time, fc.uuid(), (start, end, eventTime, id) => {
      const sealed = { window: { start, end }, last: { eventTime, id } };
      expect(cursors.open(binding, cursors.seal(binding, sealed))).toEqual(sealed);
    }),
  );
});

test.each<Partial<CursorBinding>>([
  { version: "v3" },
  { subject: "user-2" },
  { scope: { type: "FOLDER", id: PROJECT } },
  { scope: { type: "PROJECT", id: OTHER_PROJECT } },
  { question: { ...question, descendants: true } },
  { question: { ...question, order: "oldest-first" } },
  { question: { ...question, filter: "" } },
])("a cursor is not valid elsewhere: %j", (elsewhere) => {
  expect(cursors.open({ ...binding, ...elsewhere }, cursors.seal(binding, content))).toBeUndefined();
});

test("a cursor sealed with another secret is not valid", () => {
  expect(createCursors("t".repeat(32)).open(binding, cursors.seal(binding, content))).toBeUndefined();
});

test("a cursor with one character bent is not valid, whichever and however", () => {
  const cursor = cursors.seal(binding, content);
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ";
  for (let index = 0; index < cursor.length; index += 1)
    for (const character of alphabet) {
      const bent = cursor.slice(0, index) + character + cursor.slice(index + 1);
      if (bent !== cursor && cursors.open(binding, bent) !== undefined) expect.unreachable(`bent at ${index}: ${bent}`);
    }
});

test.each(["", "x", "AQ", "=", " ", "\u{1F600}", "A".repeat(98), "A".repeat(100_000)])("no cursor: %.20j", (text) => {
  expect(cursors.open(binding, text)).toBeUndefined();
});

test("a cursor cut short or made longer is not valid", () => {
  const cursor = cursors.seal(binding, content);
  for (let length = 0; length < cursor.length; length += 1)
    expect(cursors.open(binding, cursor.slice(0, length))).toBeUndefined();
  expect(cursors.open(binding, `${cursor}A`)).toBeUndefined();
  expect(cursors.open(binding, `${cursor}=`)).toBeUndefined();
});
