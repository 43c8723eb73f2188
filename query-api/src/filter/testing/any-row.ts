// Rows for property tests: few different values per column, so that random filters find some, and every value that has ever broken a query.
import { events } from "@audit-log/schemas";
import * as fc from "fast-check";
import { bareRow, idOf } from "../../../test/rows.ts";
import { emptyRow, entryColumns, storedTimeOf, type EntryColumn, type EntryRow } from "../../query/entry-row.ts";
import { fields } from "../fields/fields.ts";

export const NASTY = [
  "'",
  '"',
  "\\",
  "\\'",
  "%",
  "a%b",
  "a_b",
  "axb",
  "*",
  "a*",
  "prod-1",
  "Prod-10",
  "{f0:String}",
  "'); DROP TABLE events --",
  "a\tb\nc\r",
  "\u0000",
  "\u001F\u007F",
  "\\N",
  "NULL",
  "0",
  "İstanbul",
  "i̇stanbul",
  "STRAẞE straße",
  "ΟΔΟΣ",
  "K ÅNGSTRÖM",
  "e\u0301 é",
  "😀\u{1F468}\u200D\u{1F469}",
  "\u{10FFFF}\uFEFF\u202E",
  '{"name":"say \\"hi\\"\\n","path":"C:\\\\x"}',
  'say "hi"',
  "a b",
  " ",
  "AND",
  "or",
  "-x",
  "a:b",
];

export const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 6 }) },
);

export const ADDRESSES = [
  "203.0.113.7",
  "::ffff:203.0.113.7",
  "::FFFF:203.0.113.7",
  "::ffff:cb00:7107",
  "203.0.113.70",
  "10.0.0.1",
  "0.0.0.0",
  "255.255.255.255",
  "127.0.0.1",
  "::",
  "::1",
  "2001:db8::1",
  "2001:DB8::1",
  "2001:db8:0:0:0:0:0:1",
  "64:ff9b::203.0.113.7",
];

const NO_ADDRESSES = ["1.2.3", "203.0.113.7 ", "203.0.113.7/24", "fe80::1%eth0", "10.0.0.1%x", "unknown"];

export const anyAddress = fc.oneof(fc.constantFrom(...ADDRESSES), fc.ipV4(), fc.ipV6());

export const INITIATOR_IDS = ["ada", "bob", "a'b", "\\", "😀"];

export const TIMES = [0, 1, 1000, 1001, 60_000].map((before) => Date.now() - before);

const CHOSEN: Partial<Record<EntryColumn, readonly string[]>> = {
  event_name: [...events.slice(0, 40).map(({ name }) => name), "newer.thing.happen", "Budget"],
  initiator_id: INITIATOR_IDS,
  source_ip_address: ["", ...ADDRESSES, ...NO_ADDRESSES],
  status_code: ["0", "200", "403", "404", "500"],
  traceparent: ["", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "0", "4bf9"],
  country: ["", "DE", "FR"],
  request_method: ["", "GET", "DELETE", "get"],
  event_time: TIMES.map(storedTimeOf),
  received_time: TIMES.map(storedTimeOf),
};

const CHOICES = new Map(Object.values(fields).map(({ column, kind }) => [column, kind.values]));
const ASKED_FOR: ReadonlySet<string> = new Set(CHOICES.keys());

/** What a column holds in these rows. */
export function poolOf(column: EntryColumn): readonly string[] {
  if (!ASKED_FOR.has(column)) return [bareRow[column]];
  return CHOSEN[column] ?? ["", ...(CHOICES.get(column) ?? NASTY)];
}

function valuesOf(column: EntryColumn): fc.Arbitrary<string> {
  const pool = fc.constantFrom(...poolOf(column));
  if (column === "source_ip_address") return fc.oneof(pool, anyAddress);
  return poolOf(column).includes(NASTY[0] ?? "") ? fc.oneof(pool, anyText) : pool;
}

const MOST = Math.max(...entryColumns.map((column) => poolOf(column).length));

/** Few rows in which every column has each value of its pool, at another row than its neighbours. */
export const everyRow: readonly EntryRow[] = Array.from({ length: MOST }, (_none, index) => {
  const row = { ...emptyRow };
  for (const [offset, column] of entryColumns.entries()) {
    const pool = poolOf(column);
    row[column] = pool[(index + offset) % pool.length] ?? "";
  }
  return { ...row, event_id: idOf(index) };
});

/** Without an id of its own. */
const anyColumns = fc.record(Object.fromEntries(entryColumns.map((column) => [column, valuesOf(column)])));

export const anyRows = (maxLength: number): fc.Arbitrary<EntryRow[]> =>
  fc
    .array(anyColumns, { minLength: 1, maxLength })
    .map((rows) => rows.map((row, index) => ({ ...emptyRow, ...row, event_id: idOf(index) })));
