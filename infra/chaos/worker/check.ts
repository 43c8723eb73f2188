// The balance, of data in memory: what Kafka holds against what is stored and what is dead-lettered. Knows nothing of the worker.
import { inWords } from "../in-words.ts";
import { emailFaults, type KeptEmail, type Told } from "./emails.ts";
import { type EventFacts, type Expected, type Ledger, type Sent, type Spot, spotText } from "./ledger.ts";
import type { KafkaRecord, Letter } from "./kafka-side.ts";

export interface Row extends Spot, EventFacts {
  userAgent: string;
  clientKind: string;
}

/** Ids as one kind of reader gets them, each of whom takes one row per id. */
export interface Read {
  reader: string;
  ids: readonly string[];
}

export interface Balance {
  ledger: Ledger;
  records: readonly KafkaRecord[];
  rows: readonly Row[];
  letters: readonly Letter[];
  reads: readonly Read[];
  emails: readonly KeptEmail[];
  /** Not one of Kafka's topics as they are now: rows of a topic that was deleted. */
  former?: readonly KafkaRecord[];
}

/** What must never be, each as a list of spots or ids; and how much there was. */
export interface Findings {
  messages: number;
  stored: number;
  deadLetters: number;
  /** Dead letters that say the same once more: allowed where a worker ended or was replaced between sending and committing. */
  letterCopies: number;
  /** Kafka does not have what it acknowledged: the broker's fault, not the worker's. */
  forgotten: string[];
  /** Neither stored nor dead-lettered. */
  lost: string[];
  /** More than one physical row: until the next merge, and no reader shows it. */
  secondRows: string[];
  /** Shown twice by a reader. */
  doubled: string[];
  /** Stored and dead-lettered. */
  both: string[];
  /** A row or a dead letter that Kafka has no such message for. */
  strangers: string[];
  /** Stored, and should have been dead-lettered. */
  letIn: string[];
  /** Dead-lettered, and should have been stored. */
  turnedAway: string[];
  wrongReason: string[];
  wrongBytes: string[];
  wrongRow: string[];
  disorder: string[];
  /** Stored, and a reader does not get it. */
  unread: string[];
  /** Of initiators. */
  wrongEmails: string[];
  /** It has a user agent, and no kind of program. */
  unclassified: string[];
}

export function balance({ ledger, records, rows, letters, reads, emails, former = [] }: Balance): Findings {
  const rowsAt = Map.groupBy(rows, spotText);
  const lettersAt = Map.groupBy(letters, spotText);
  const recordsAt = Map.groupBy([...former, ...records], spotText);
  const rowIds = new Set(rows.map(({ id }) => id));
  const findings = empty(records.length, rows.length, lettersAt.size, letters.length - lettersAt.size);

  for (const [spot, found] of recordsAt) {
    for (const record of found) {
      const sent = ledger.sent.get(record.tag);
      if (sent === undefined) {
        findings.strangers.push(`${spot} is in Kafka and was never sent`);
        continue;
      }
      settle(spot, sent, found.length, rowsAt.get(spot) ?? [], lettersAt.get(spot) ?? [], rowIds, findings);
    }
  }
  for (const [spot, list] of rowsAt) {
    const byId = Map.groupBy(list, ({ id }) => id);
    for (const [id, same] of byId) if (same.length > 1) findings.secondRows.push(`${spot} ${id}: ${same.length} rows`);
    const messages = recordsAt.get(spot)?.length ?? 0;
    if (byId.size > messages) findings.strangers.push(`${spot}: ${byId.size} ids stored of ${messages} messages`);
  }
  for (const spot of lettersAt.keys()) if (!recordsAt.has(spot)) findings.strangers.push(`${spot}: dead letter`);
  findings.forgotten.push(...forgotten(ledger, [...former, ...records]));
  const tagsOfFormer = new Set(former.map(({ tag }) => tag));
  const [rowsOfFormer, rowsOfNow] = [true, false].map((is) => rows.filter(({ id }) => tagsOfFormer.has(id) === is));
  for (const some of [rowsOfFormer ?? [], rowsOfNow ?? []])
    findings.disorder.push(...disorder(some, ledger, sentAgain([...former, ...records])));
  for (const { reader, ids } of reads) {
    const readable = new Set<string>();
    for (const id of ids) if (readable.size === readable.add(id).size) findings.doubled.push(`${id} by ${reader}`);
    for (const id of rowIds) if (!readable.has(id)) findings.unread.push(`${id} by ${reader}`);
  }
  findings.wrongEmails.push(...emailFaults(tellings([...former, ...records], ledger, rowIds), emails));
  findings.unclassified.push(...rows.filter(isUnclassified).map((row) => `${spotText(row)}: ${row.userAgent}`));
  return findings;
}

function settle(
  spot: string,
  { tag, key, value, expected }: Sent,
  sharing: number,
  rowsHere: readonly Row[],
  lettersHere: readonly Letter[],
  rowIds: ReadonlySet<string>,
  findings: Findings,
): void {
  // Two messages of one spot: the topic was created anew in between.
  const rows = sharing === 1 ? rowsHere : rowsHere.filter(({ id }) => id === expected.row?.id);
  const letters = sharing === 1 ? lettersHere : lettersHere.filter((letter) => letter.tag === tag);
  const [row] = rows;
  const name = `${spot} ${tag}`;
  if (row === undefined && letters.length === 0) {
    // The same event at two offsets, after a producer's retry, may have become one row in a merge.
    if (expected.row === undefined || !rowIds.has(expected.row.id)) findings.lost.push(name);
    return;
  }
  if (row !== undefined && letters.length > 0) findings.both.push(name);
  if (row !== undefined) {
    const fault = expected.row === undefined ? undefined : difference(expected.row, row);
    if (expected.row === undefined) findings.letIn.push(`${name}, expected ${words(expected)}`);
    if (fault !== undefined) findings.wrongRow.push(`${name}: ${fault}`);
  }
  for (const letter of letters) {
    if (expected.reasons === undefined) findings.turnedAway.push(`${name}: ${letter.reason}`);
    else if (letter.reason === "" || (expected.reasons !== "any" && !expected.reasons.includes(letter.reason)))
      findings.wrongReason.push(`${name}: ${letter.reason}, expected ${words(expected)}`);
    // The tag of what is no event is a header of its own. A record batch that cannot be read is one letter, without a key or headers.
    const whole = same(letter.key, key) && letter.tag === tag && same(letter.value, value);
    if (!whole && expected.otherBytes !== true) findings.wrongBytes.push(name);
  }
}

const words = ({ reasons = [] }: Expected): string => (reasons === "any" ? "any reason" : reasons.join(" or "));

const same = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.equals(b);

function difference(expected: EventFacts, row: Row): string | undefined {
  for (const field of ["id", "producer", "sequence"] as const)
    if (row[field] !== expected[field]) return `${field} is ${row[field]}, was ${expected[field]}`;
  for (const [column, value] of Object.entries(expected.view ?? {})) {
    if (value === undefined) continue;
    const stored = row.view?.[column];
    if (JSON.stringify(stored) !== JSON.stringify(value))
      return `${column} is ${JSON.stringify(stored)}, was ${JSON.stringify(value)}`;
  }
  return undefined;
}

/** Acknowledged, and not where Kafka said it is. */
function forgotten(ledger: Ledger, records: readonly KafkaRecord[]): string[] {
  const held = new Set(records.map((record) => `${spotText(record)} ${record.tag}`));
  return ledger.acknowledged.map(({ tag, spot }) => `${spotText(spot)} ${tag}`).filter((name) => !held.has(name));
}

/** Events that Kafka has more than once, after a producer's retry: ClickHouse may keep either. */
function sentAgain(records: readonly KafkaRecord[]): Set<string> {
  const seen = new Set<string>();
  return new Set(records.flatMap(({ tag }) => (seen.size === seen.add(tag).size ? [tag] : [])));
}

/** Within a partition offsets and sequences of one producer grow together. Bent events, told by tags, have bent sequences. */
function disorder(rows: readonly Row[], { sent }: Ledger, leftOut: ReadonlySet<string>): string[] {
  const wrong: string[] = [];
  const lines = Map.groupBy(rows, ({ topic, partition, producer }) => `${topic}/${partition} ${producer}`);
  for (const line of lines.values()) {
    let last = -1;
    for (const row of line.toSorted((a, b) => a.offset - b.offset)) {
      if (leftOut.has(row.id) || !sent.has(row.id)) continue;
      if (row.sequence < last) wrong.push(`${spotText(row)}: ${row.sequence} after ${last}`);
      last = Math.max(last, row.sequence);
    }
  }
  return wrong;
}

/** Of messages that Kafka holds. */
function tellings(records: readonly KafkaRecord[], { sent }: Ledger, rowIds: ReadonlySet<string>): Told[] {
  return records.flatMap(({ tag }) => {
    const { row, names } = sent.get(tag)?.expected ?? {};
    return names === undefined ? [] : [{ ...names, isStored: row !== undefined && rowIds.has(row.id) }];
  });
}

/** A letter, a digit, one of `.-_`, or whatever is not ASCII: a user agent without any of them names nothing. Longer ones are not read to their ends. */
const NAMES_SOMETHING = /^[^]{0,1000}(?:[\w.-]|[^\0-\x7f])/u;
const isUnclassified = ({ userAgent, clientKind }: Row): boolean =>
  clientKind === "" && NAMES_SOMETHING.test(userAgent);

function empty(messages: number, stored: number, deadLetters: number, letterCopies: number): Findings {
  const lists = { forgotten: [], lost: [], secondRows: [], doubled: [], both: [], strangers: [], letIn: [] };
  const more = { turnedAway: [], wrongReason: [], wrongBytes: [], wrongRow: [], disorder: [], unread: [] };
  const enriched = { wrongEmails: [], unclassified: [] };
  return { messages, stored, deadLetters, letterCopies, ...structuredClone({ ...lists, ...more, ...enriched }) };
}

const MEANING = {
  forgotten: "acknowledged and not in Kafka",
  lost: "lost",
  secondRows: "in a second row",
  doubled: "shown twice",
  both: "stored and dead-lettered",
  strangers: "out of nowhere",
  letIn: "stored that should have been dead-lettered",
  turnedAway: "dead-lettered that should have been stored",
  wrongReason: "dead-lettered for a wrong reason",
  wrongBytes: "dead-lettered with other bytes",
  wrongRow: "stored as something else",
  disorder: "out of order",
  unread: "stored and not shown",
  wrongEmails: "initiators with a wrong e-mail",
  unclassified: "with a user agent and no kind of program",
} as const satisfies Partial<Record<keyof Findings, string>>;

/** What must never be, in words; empty where all is well. */
export const violationsOf = (findings: Findings): string[] => inWords(findings, MEANING);
