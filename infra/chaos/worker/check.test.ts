// The checker is broken into on purpose: whatever goes wrong between Kafka, ClickHouse and the dead letters, it complains of just that.
import { expect, test } from "vitest";
import { balance, type Balance, type Findings, type Row, violationsOf } from "./check.ts";
import type { KafkaRecord, Letter } from "./kafka-side.ts";
import { Ledger } from "./ledger.ts";

const TOPIC = "t.membership";
const HOUR_MS = 3_600_000;
const CURL = { userAgent: "curl/8", clientKind: "CLI" };
const spot = (offset: number) => ({ topic: TOPIC, partition: 0, offset });

/** Five events at offsets 0 to 4, and a null value at 5 that is dead-lettered. */
function peace() {
  const ledger = new Ledger();
  const records: KafkaRecord[] = [];
  const rows: Row[] = [];
  for (let offset = 0; offset < 5; offset++) {
    const facts = { id: `id-${offset}`, producer: "p", sequence: offset + 1 };
    const content = { tag: facts.id, key: Buffer.from("k"), value: Buffer.from(facts.id) };
    const names = { kind: "USER", id: `u${offset % 2}`, email: `${offset}@example.com`, time: offset * HOUR_MS };
    ledger.note({ ...content, expected: { row: { ...facts, view: { name: `n${offset}`, place: undefined } }, names } });
    ledger.acknowledge(facts.id, spot(offset));
    records.push({ ...spot(offset), ...content });
    rows.push({ ...spot(offset), ...facts, ...CURL, view: { name: `n${offset}`, place: "found" } });
  }
  const poison = { tag: "t1", key: Buffer.from("k"), value: null };
  ledger.note({ ...poison, expected: { reasons: ["null-value"] } });
  ledger.acknowledge("t1", spot(5));
  records.push({ ...spot(5), ...poison });
  const letter: Letter = { ...spot(5), ...poison, reason: "null-value" };
  const emails = [3, 4].map((last) => ({ kind: "USER", id: `u${last % 2}`, email: `${last}@example.com` }));
  return {
    ledger,
    records,
    rows,
    letters: [letter],
    emails,
    reads: [{ reader: "pages", ids: rows.map(({ id }) => id) }],
  };
}

type Broken = ReturnType<typeof peace> & Pick<Balance, "former">;

/** Only the lists that hold something. */
const complaints = (findings: Findings): string[] =>
  Object.entries(findings).flatMap(([kind, list]) => (Array.isArray(list) && list.length > 0 ? [kind] : []));

const firstRow = ({ rows }: Broken): Row => rows[0] ?? expect.unreachable("there is a row");
const firstRead = ({ reads }: Broken): string[] => reads[0]?.ids ?? expect.unreachable("there is a read");
const firstLetter = ({ letters }: Broken): Letter => letters[0] ?? expect.unreachable("there is a letter");

test("in peace there is nothing to say", () => {
  const findings = balance(peace());
  expect(complaints(findings)).toEqual([]);
  expect(violationsOf(findings)).toEqual([]);
  expect(findings).toMatchObject({ messages: 6, stored: 5, deadLetters: 1, letterCopies: 0 });
});

const BREAKS: readonly (readonly [string, (broken: Broken) => void, string[]])[] = [
  ["a row is deleted", (it) => it.rows.splice(2, 1), ["lost"]],
  ["a dead letter is missing", (it) => it.letters.splice(0, 1), ["lost"]],
  ["a row is there twice", (it) => it.rows.push({ ...firstRow(it) }), ["secondRows"]],
  [
    "a row is there under another offset, too",
    (it) => it.rows.push({ ...firstRow(it), ...spot(9) }),
    ["strangers", "disorder"],
  ],
  ["an event is dead-lettered beside its row", (it) => it.letters.push(letterOf(it, 0)), ["both", "turnedAway"]],
  [
    "an event is dead-lettered instead of stored",
    (it) => {
      it.letters.push(letterOf(it, 0));
      it.rows.shift();
    },
    ["turnedAway"],
  ],
  ["a row has another event's id", (it) => (firstRow(it).id = "id-9"), ["wrongRow"]],
  ["a row has another sequence", (it) => (firstRow(it).sequence = 77), ["wrongRow", "disorder"]],
  ["an event overtakes another", (it) => exchange(it.rows[1], it.rows[2]), ["wrongRow", "disorder"]],
  ["a row has another text", (it) => (firstRow(it).view = { name: "other" }), ["wrongRow"]],
  ["a kind of program is not found", (it) => (firstRow(it).clientKind = ""), ["unclassified"]],
  ["an e-mail is not kept", (it) => it.emails.pop(), ["wrongEmails"]],
  [
    "an older e-mail is kept",
    (it) => (it.emails[0] = { kind: "USER", id: "u1", email: "1@example.com" }),
    ["wrongEmails"],
  ],
  [
    "an e-mail is of nobody",
    (it) => it.emails.push({ kind: "USER", id: "u2", email: "1@example.com" }),
    ["wrongEmails"],
  ],
  ["a dead letter has another reason", (it) => (firstLetter(it).reason = "too-short"), ["wrongReason"]],
  ["a dead letter has no reason", (it) => (firstLetter(it).reason = ""), ["wrongReason"]],
  ["a dead letter has other bytes", (it) => (firstLetter(it).value = Buffer.alloc(0)), ["wrongBytes"]],
  ["a dead letter has another key", (it) => (firstLetter(it).key = null), ["wrongBytes"]],
  ["a dead letter has lost its headers", (it) => (firstLetter(it).tag = ""), ["wrongBytes"]],
  ["a dead letter is of nowhere", (it) => it.letters.push({ ...firstLetter(it), ...spot(99) }), ["strangers"]],
  [
    "poison is stored",
    (it) => {
      it.letters.pop();
      it.rows.push({ ...firstRow(it), ...spot(5), id: "id-5", sequence: 6 });
    },
    ["letIn"],
  ],
  ["Kafka forgets", (it) => it.records.splice(1, 1), ["forgotten", "strangers"]],
  ["Kafka holds what was never sent", (it) => it.ledger.sent.delete("id-2"), ["strangers"]],
  ["a reader gets an id twice", (it) => firstRead(it).push("id-2"), ["doubled"]],
  ["a reader misses an id", (it) => firstRead(it).pop(), ["unread"]],
];

function exchange(one: Row | undefined, other: Row | undefined): void {
  if (one !== undefined && other !== undefined) [one.offset, other.offset] = [other.offset, one.offset];
}

function letterOf({ records }: Broken, offset: number): Letter {
  const record = records[offset] ?? expect.unreachable("there is a record");
  return { ...record, reason: "malformed-avro" };
}

test.each(BREAKS)("%s", (_what, breakIt, kinds) => {
  const broken: Broken = peace();
  breakIt(broken);
  const findings = balance(broken);
  expect(
    complaints(findings)
      .filter((kind) => kind !== "unread" || kinds.includes(kind))
      .toSorted(),
  ).toEqual(kinds.toSorted());
  expect(violationsOf(findings).length).toBeGreaterThanOrEqual(kinds.length);
});

test("a dead letter that says the same once more is counted, and no fault", () => {
  const it = peace();
  it.letters.push({ ...firstLetter(it) });
  const findings = balance(it);
  expect([complaints(findings), findings.letterCopies]).toEqual([[], 1]);
});

test("an event that was sent twice may have become one row in a merge; with none it is lost", () => {
  const it = peace();
  const again = { ...(it.records[4] ?? expect.unreachable("there is a record")), ...spot(6) };
  it.records.push(again);
  it.ledger.acknowledge(again.tag, spot(6));
  expect(complaints(balance(it))).toEqual([]);
  it.rows.pop();
  expect(balance(it).lost).toHaveLength(2);
});

test("a topic created anew: both events of one offset must be stored", () => {
  const it: Broken = peace();
  it.former = it.records.splice(0, 1);
  const anew = { tag: "new-0", key: Buffer.from("k"), value: Buffer.from("new") };
  it.ledger.note({ ...anew, expected: { row: { id: "new-0", producer: "p2", sequence: 1 } } });
  it.ledger.acknowledge("new-0", spot(0));
  it.records.unshift({ ...spot(0), ...anew });
  expect(balance(it).lost).toHaveLength(1);
  it.rows.push({ ...spot(0), ...CURL, id: "new-0", producer: "p2", sequence: 1 });
  firstRead(it).push("new-0");
  expect(complaints(balance(it))).toEqual([]);
});
