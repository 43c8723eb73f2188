// One question at a time: late answers change nothing.
import { expect, test } from "vitest";
import { entry, projectId } from "../../testing/entries.ts";
import type { Reading, ReadEntries } from "../reading/read-entries.ts";
import type { Scope } from "../view/scope.ts";
import { createListReader } from "./list-reader.ts";

const now = Date.parse("2026-03-21T08:10:14.422Z");
const scope: Scope = { kind: "project", id: projectId };
const page = (number: number): Reading => ({ ok: true, page: { items: [entry(number, now)], limit: 100 } });

/** Answers when told to; an aborted question is answered all the same, as a slow network might. */
function slowly() {
  const answers: ((reading: Reading) => void)[] = [];
  const read: ReadEntries = () => new Promise((resolve) => answers.push(resolve));
  return {
    answers,
    reader: createListReader(
      read,
      () => {},
      () => now,
    ),
  };
}

test("a newer question makes the older one's answer void", async () => {
  const { answers, reader } = slowly();
  const hour = reader.first(scope, { preset: "1h" });
  const week = reader.first(scope, { preset: "7d" });
  answers[1]?.(page(7));
  await week;
  answers[0]?.(page(1));
  await hour;
  expect(reader.state).toMatchObject({ kind: "read", entries: [entry(7, now)] });
});

test("does not read on twice at a time", async () => {
  const { answers, reader } = slowly();
  const first = reader.first(scope, { preset: "1h" });
  answers[0]?.({ ok: true, page: { items: [entry(0, now)], limit: 100, cursor: "next" } });
  await first;
  const more = reader.more(scope);
  await reader.more(scope);
  expect(answers).toHaveLength(2);
  answers[1]?.(page(1));
  await more;
  expect(reader.state).toMatchObject({ entries: [entry(0, now), entry(1, now)], more: { kind: "none" } });
});

test("finds an entry that is not listed by its time, and says so when there is none", async () => {
  const { answers, reader } = slowly();
  const wanted = entry(5, now);
  const found = reader.find(scope, { id: wanted.id, at: wanted.eventTimeStamp });
  answers[0]?.(page(5));
  expect(await found).toEqual(wanted);
  const missing = reader.find(scope, { id: wanted.id, at: wanted.eventTimeStamp });
  answers[1]?.({ ok: false, failure: { kind: "missing" } });
  expect(await missing).toBeUndefined();
});
