// Erasing and showing on a table in memory: who is meant, what is said, and what is still to do.
import { ERASED_VERSION } from "@audit-log/schemas";
import { expect, test } from "vitest";
import { erase } from "./erase.ts";
import { MemoryTable } from "./memory-table.ts";
import { NOT_REACHED } from "./not-reached.ts";
import { show } from "./show.ts";

const EMAIL = "ada@example.com";
const erased = { kind: "USER", id: "ada", email: "", version: BigInt(ERASED_VERSION) };
const bob = { kind: "USER", id: "bob", email: "bob@example.com", version: 1n };

function filled(): MemoryTable {
  const table = new MemoryTable();
  for (const version of [1n, 2n]) table.rows.push({ kind: "USER", id: "ada", email: EMAIL, version });
  table.rows.push(bob);
  return table;
}

async function run(table: MemoryTable, asked: { kind?: string; id?: string; yes?: boolean } = {}, answer = true) {
  const { id = "ada", kind, yes = true } = asked;
  const [out, notes, questions]: [string[], string[], string[]] = [[], [], []];
  let seconds = 0;
  const confirm = (question: string) => (questions.push(question), Promise.resolve(answer));
  const ports = { table, confirm, second: () => Promise.resolve((seconds += 1)) };
  const writing = { out: (line: string) => void out.push(line), note: (line: string) => void notes.push(line) };
  const done = await erase(ports, { id, kind, yes }, writing);
  return { done, out, notes, questions, seconds };
}

async function shown(table: MemoryTable, id = "ada", kind?: string) {
  const lines: string[] = [];
  const writing = { out: (line: string) => void lines.push(line), note: (line: string) => void lines.push(line) };
  return { found: await show(table, { id, kind }, writing), lines };
}

test("every row with the e-mail is removed, nobody else's, and what is not reached is said", async () => {
  const table = filled();
  const { done, out } = await run(table);
  expect(done).toBe(true);
  expect(table.rows).toEqual([bob, erased]);
  expect(out).toEqual([
    "USER ada: no entry shows an e-mail any more, whatever event names one (readers may remember it for 30 seconds)",
    "rows with an e-mail that were removed: 2",
    "no file of the table holds it any more",
    ...NOT_REACHED,
  ]);
  expect(out.join("\n")).not.toContain(EMAIL);
});

test("typed again it removes nothing and writes nothing", async () => {
  const table = filled();
  await run(table);
  const { done, out } = await run(table);
  expect([done, out[1]]).toEqual([true, "rows with an e-mail that were removed: 0"]);
  expect(table.rows).toEqual([bob, erased]);
});

test("it waits for the former files that are there, and not for those that come after", async () => {
  const table = filled();
  table.former = [["a", "b"], ["a", "b", "c"], ["b", "c"], ["c"]];
  const { done, notes, seconds } = await run(table);
  expect([done, seconds]).toEqual([true, 3]);
  expect(notes).toEqual(["ClickHouse removes the former files by itself (parts: 2), within minutes: waiting"]);
});

test("former files that stay are told, and nothing is claimed", async () => {
  const table = filled();
  table.formerParts = () => Promise.resolve(["a"]);
  const { done, out, notes } = await run(table);
  expect(done).toBe(false);
  expect(out).not.toContain("no file of the table holds it any more");
  expect(notes.at(-1)).toContain("type the command again");
});

test("an event that names it in the meantime is told, and shows nothing", async () => {
  const table = filled();
  table.meanwhile = () => table.rows.push({ kind: "USER", id: "ada", email: EMAIL, version: 9_000_000_000_000n });
  const { done, notes } = await run(table);
  expect([done, notes]).toEqual([
    false,
    ["events have named it again in the meantime (rows: 1), nobody is shown it: erase again"],
  ]);
  expect((await shown(table)).lines).toEqual([
    "initiator  USER ada",
    "e-mail     erased",
    "stored     1 with an e-mail, by events that came since; nobody is shown them, erasing again removes them",
  ]);
  table.meanwhile = () => {};
  expect((await run(table)).done).toBe(true);
  expect(table.rows).toEqual([bob, erased]);
});

test("where an id has several kinds, the kind must be said", async () => {
  const table = filled();
  table.rows.push({ kind: "SERVICE_ACCOUNT", id: "ada", email: "ada@sa.example.com", version: 1n });
  const before = [...table.rows];
  const refused = await run(table);
  expect([refused.done, refused.notes]).toEqual([
    false,
    ["there are several: USER ada, SERVICE_ACCOUNT ada; --kind says which"],
  ]);
  expect(table.rows).toEqual(before);
  expect((await run(table, { kind: "SERVICE_ACCOUNT" })).done).toBe(true);
  expect((await shown(table)).lines).toEqual([
    "initiator  USER ada",
    `e-mail     ${EMAIL}`,
    "told by    an event of 1970-01-01T00:00:00.002Z",
    "initiator  SERVICE_ACCOUNT ada",
    "e-mail     erased",
  ]);
  expect((await shown(table, "ada", "SYSTEM")).found).toBe(false);
});

test("nobody is known by the id", async () => {
  expect(await run(filled(), { id: "eve" })).toMatchObject({
    done: false,
    out: [],
    notes: ["no e-mail was ever stored of an initiator eve"],
  });
  expect(await shown(filled(), "eve")).toEqual({
    found: false,
    lines: ["no e-mail was ever stored of an initiator eve"],
  });
});

test("a person is asked, and a no is a no", async () => {
  const table = filled();
  const refused = await run(table, { yes: false }, false);
  expect(refused).toMatchObject({ done: false, out: ["nothing was erased"] });
  expect(refused.questions).toEqual(["Erase the e-mail of USER ada for ever? [y/N] "]);
  expect(table.rows).toHaveLength(3);
  expect((await run(table, { yes: false }, true)).done).toBe(true);
});

test("text of strangers does not act on a terminal", async () => {
  const table = new MemoryTable();
  table.rows.push({ kind: "USER", id: "a\u001b[2J", email: "x\r\nnone", version: 1n });
  const { lines } = await shown(table, "a\u001b[2J");
  expect(lines.slice(0, 2)).toEqual(["initiator  USER a\\u{1b}[2J", "e-mail     x\\u{d}\\u{a}none"]);
});
