// One question at a time: late answers change nothing.
import { expect, test } from "vitest";
import { entry, folderId, projectId } from "../../testing/entries.ts";
import type { Asked, Reading, ReadEntries } from "../reading/read-entries.ts";
import type { View } from "../view/fragment.ts";
import { createListReader } from "./list-reader.ts";
import { countText, type ListState } from "./list-state.ts";

const now = Date.parse("2026-03-21T08:10:14.422Z");
const view: View = { scope: { kind: "project", id: projectId }, range: { preset: "1h" }, filter: "", below: false };
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
  const hour = reader.first(view);
  const week = reader.first({ ...view, range: { preset: "7d" } });
  answers[1]?.(page(7));
  await week;
  answers[0]?.(page(1));
  await hour;
  expect(reader.state).toMatchObject({ kind: "read", entries: [entry(7, now)] });
});

test("does not read on twice at a time", async () => {
  const { answers, reader } = slowly();
  const first = reader.first(view);
  answers[0]?.({ ok: true, page: { items: [entry(0, now)], limit: 100, cursor: "next" } });
  await first;
  const more = reader.more(view);
  await reader.more(view);
  expect(answers).toHaveLength(2);
  answers[1]?.(page(1));
  await more;
  expect(reader.state).toMatchObject({ entries: [entry(0, now), entry(1, now)], more: { kind: "none" } });
});

test("finds an entry that is not listed by its time, and says so when there is none", async () => {
  const { answers, reader } = slowly();
  const wanted = entry(5, now);
  const found = reader.find(view, { id: wanted.id, at: wanted.eventTimeStamp });
  answers[0]?.(page(5));
  expect(await found).toEqual(wanted);
  const missing = reader.find(view, { id: wanted.id, at: wanted.eventTimeStamp });
  answers[1]?.({ ok: false, failure: { kind: "missing" } });
  expect(await missing).toBeUndefined();
});

test("empty pages that go on are followed to the first that has something, with the same question", async () => {
  const asked: Asked[] = [];
  const pages: Reading[] = [
    { ok: true, page: { items: [], limit: 100, cursor: "a" } },
    { ok: true, page: { items: [], limit: 100, cursor: "b" } },
    { ok: true, page: { items: [entry(3, now)], limit: 100, cursor: "c" } },
    { ok: true, page: { items: [], limit: 100 } },
  ];
  const states: ListState[] = [];
  const reader = createListReader(
    async (_scope, question) => {
      asked.push(question);
      return pages.shift() ?? expect.unreachable();
    },
    (state) => states.push(state),
    () => now,
  );
  const searching: View = { ...view, scope: { kind: "folder", id: folderId }, filter: "web", below: true };
  await reader.first(searching);
  expect(reader.state).toMatchObject({ entries: [entry(3, now)], more: { kind: "idle", cursor: "c" } });
  expect(states.map(countText)).toEqual([
    "Reading entries…",
    "Nothing yet, looking further back…",
    "Nothing yet, looking further back…",
    "Newest 1 entry",
  ]);
  await reader.more(searching);
  expect(reader.state).toMatchObject({ entries: [entry(3, now)], more: { kind: "none" } });
  const which = { filter: "web", "include-descendants": "true" };
  expect(asked).toEqual([
    { ...which, start: "2026-03-21T07:10:14.422Z" },
    ...["a", "b", "c"].map((cursor) => ({ ...which, cursor })),
  ]);
});
