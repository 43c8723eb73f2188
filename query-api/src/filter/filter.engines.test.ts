// The heart of it: on the real engine, a filter's SQL finds what its predicate finds, whatever the rows and whatever the filter.
import { createClient, type ClickHouseClient } from "@clickhouse/client";
import { EVENTS_TABLE } from "@audit-log/schemas";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { clickhouseUnderTest, type ClickHouseUnderTest } from "../../test/clickhouse-under-test.ts";
import { idOf, rowAt } from "../../test/rows.ts";
import type { EmailOf } from "../emails/emails.ts";
import { memoryEmails } from "../emails/memory-emails.ts";
import type { EntryRow } from "../query/entry-row.ts";
import { readRows } from "../store/read-rows.ts";
import { fields } from "./fields/fields.ts";
import { filterCondition } from "./filter-condition.ts";
import { filterToPredicate } from "./filter-to-predicate.ts";
import type { Filter } from "./filter.ts";
import { parseFilter } from "./parse/parse-filter.ts";
import { anyFilter, EMAILS } from "./testing/any-filter.ts";
import { anyRows, everyRow, INITIATOR_IDS } from "./testing/any-row.ts";
import { everyTerm } from "./testing/every-term.ts";

const DATABASE = "audit_test_query_filter";
const { signal } = new AbortController();

let clickhouse: ClickHouseUnderTest;
let client: ClickHouseClient;

beforeAll(async () => {
  const { url, reader } = inject("clickhouse");
  clickhouse = await clickhouseUnderTest(inject("clickhouse"), DATABASE);
  client = createClient({ url, ...reader, database: DATABASE, use_multipart_params_auto: true });
});

afterAll(async () => {
  await client.close();
  await clickhouse[Symbol.asyncDispose]();
});

/** Puts rows and e-mails into an empty store; gives what the predicate asks for e-mails. */
async function put(rows: readonly EntryRow[], told: readonly (readonly [kind: string, id: string, email: string])[]) {
  await clickhouse.empty();
  await clickhouse.add(...rows);
  const emails = memoryEmails();
  for (const [index, [kind, id, email]] of told.entries()) {
    emails.tell({ kind, id }, email, BigInt(index + 1));
    await clickhouse.tell({ kind, id }, email, String(index + 1));
  }
  return emails.latest([], signal);
}

async function idsWhere(filter: Filter): Promise<string[]> {
  const { sql, params } = filterCondition(filter);
  const query = { sql: `SELECT event_id FROM ${EVENTS_TABLE} WHERE ${sql} ORDER BY event_id`, params };
  const ids: string[] = [];
  for await (const [id = ""] of readRows(client, query, 1, signal)) ids.push(id);
  return ids.toSorted();
}

/** Several filters in one query, as columns: id → 0 or 1 of each. */
async function verdicts(filters: readonly Filter[]): Promise<Map<string, string>> {
  const conditions = filters.map((filter, index) => filterCondition(filter, `q${index}f`));
  const query = {
    sql: `SELECT ${["event_id", ...conditions.map(({ sql }) => `toString(${sql})`)].join(",\n")} FROM ${EVENTS_TABLE}`,
    params: Object.assign({}, ...conditions.map(({ params }) => params)),
  };
  const found = new Map<string, string>();
  for await (const [id = "", ...values] of readRows(client, query, filters.length + 1, signal))
    found.set(id, values.join(""));
  return found;
}

const anyTold = fc.array(
  fc.tuple(
    fc.constantFrom(...(fields["initiator.kind"].kind.values ?? [])),
    fc.constantFrom(...INITIATOR_IDS),
    fc.constantFrom("", ...EMAILS),
  ),
  { maxLength: 8 },
);

/** Each filter's verdict of each row, on the engine and by predicate. Gives how often it was 0 and 1. */
async function compare(rows: readonly EntryRow[], emailOf: EmailOf, filters: readonly Filter[]) {
  const found = await verdicts(filters);
  const count = { "0": 0, "1": 0 };
  for (const [index, filter] of filters.entries()) {
    const predicate = filterToPredicate(filter);
    for (const row of rows) {
      const expected = predicate(row, emailOf) ? "1" : "0";
      const verdict = found.get(row.event_id)?.[index];
      if (verdict !== expected)
        expect.unreachable(`${JSON.stringify([filter, filterCondition(filter), row])}: ${verdict}, not ${expected}`);
      count[expected] += 1;
    }
  }
  return count;
}

/** Filters of one query. */
const PIECE = 150;

const anyFilters = fc.array(anyFilter, { minLength: 40, maxLength: 40 });

test("each field, operator and value means the same on the engine and by predicate", async () => {
  const kinds = fields["initiator.kind"].kind.values ?? [];
  const told = INITIATOR_IDS.flatMap((id, at) =>
    kinds.map((kind, index) => [kind, id, ["", ...EMAILS][(at + index) % (EMAILS.length + 1)] ?? ""] as const),
  );
  const emailOf = await put(everyRow, told);
  let [no, yes] = [0, 0];
  for (let at = 0; at < everyTerm.length; at += PIECE) {
    const count = await compare(everyRow, emailOf, everyTerm.slice(at, at + PIECE));
    no += count["0"];
    yes += count["1"];
  }
  // Otherwise it would prove nothing.
  expect(Math.min(no, yes)).toBeGreaterThan(5_000);
}, 240_000);

test("any filter means the same on the engine and by predicate, whatever the rows", async () => {
  let [no, yes] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyRows(40), anyTold, anyFilters, async (rows, told, filters) => {
      const emailOf = await put(rows, told);
      const count = await compare(rows, emailOf, filters);
      no += count["0"];
      yes += count["1"];
      // A WHERE goes other ways through the engine than a column does: indexes, PREWHERE.
      for (const filter of filters.slice(0, 4)) {
        const predicate = filterToPredicate(filter);
        const ids = rows.filter((row) => predicate(row, emailOf)).map((row) => row.event_id);
        expect(await idsWhere(filter)).toEqual(ids.toSorted());
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // What is drawn differs from run to run (463 was seen), so this is far below: the test above counts what it proves.
  expect(Math.min(no, yes)).toBeGreaterThan(20);
}, 240_000);

const ask = async (text: string): Promise<string[]> => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return idsWhere(parsed.filter);
};

test("a filter and its negation are everything, what is absent included", async () => {
  const rows = ["", "shop"].map((name, index) => rowAt(Date.now(), idOf(index), { resource_name: name }));
  await put(rows, []);
  expect(await ask("resource.name=shop")).toEqual([idOf(1)]);
  expect(await ask("resource.name!=shop")).toEqual([idOf(0)]);
  expect(await ask("NOT resource.name=shop")).toEqual([idOf(0)]);
  expect(await ask("NOT resource.name:*")).toEqual([idOf(0)]);
  expect(await ask("resource.name!=other")).toEqual([idOf(0), idOf(1)]);
});

test("an e-mail is found by its latest only, in any case, and never once it is erased", async () => {
  const rows = INITIATOR_IDS.map((id, index) =>
    rowAt(Date.now(), idOf(index), { initiator_kind: "USER", initiator_id: id }),
  );
  await put(rows, [
    ["USER", "ada", "old@example.com"],
    ["USER", "ada", "Ada@Example.com"],
    ["USER", "bob", "bob@example.com"],
    ["USER", "bob", ""],
    ["SERVICE_ACCOUNT", "a'b", "a@example.com"],
  ]);
  expect(await ask('initiator.email:"@EXAMPLE.com"')).toEqual([idOf(0)]);
  expect(await ask("initiator.email=ada@example.com")).toEqual([idOf(0)]);
  expect(await ask("initiator.email=(ada* OR bob*)")).toEqual([idOf(0)]);
  expect(await ask("initiator.email=old@example.com")).toEqual([]);
  expect(await ask("initiator.email=bob@example.com")).toEqual([]);
  expect(await ask("NOT initiator.email:*")).toEqual([1, 2, 3, 4].map(idOf));
});

test("who searches for an e-mail or an address finds what its owner did and what came from there, too", async () => {
  const [says, does, other] = ["10.1.2.3 is ada@example.com", "", ""];
  const rows = [says, does, other].map((request_body, index) =>
    rowAt(Date.now(), idOf(index), {
      request_body,
      initiator_kind: "USER",
      initiator_id: index === 1 ? "ada" : "bob",
      source_ip_address: index === 1 ? "10.1.2.3" : "192.0.2.1",
    }),
  );
  await put(rows, [["USER", "ada", "ada@example.com"]]);
  expect(await ask("Ada@example.com")).toEqual([idOf(0), idOf(1)]);
  expect(await ask("ada@example.com -ada@example.com")).toEqual([]);
  expect(await ask("10.1.2.3")).toEqual([idOf(0), idOf(1)]);
  expect(await ask('"10.0.0.0/8"')).toEqual([idOf(1)]);
  expect(await ask("-10.1.2.3")).toEqual([idOf(2)]);
});

test("the largest filter there may be is answered", async () => {
  await put([rowAt(Date.now(), idOf(1), { request_body: '{"a":"e"}' })], []);
  const words = Array.from({ length: 20 }, (_none, index) => (index % 2 === 0 ? "e" : "a")).join(" ");
  const networks = Array.from({ length: 80 }, (_none, index) => `10.${index}.0.0/16`).join(" OR ");
  expect(await ask(`${words} sourceIpAddress!=(${networks})`)).toEqual([idOf(1)]);
  expect(await ask(`${"(NOT ".repeat(10)}a${")".repeat(10)}`)).toEqual([idOf(1)]);
});
