// audit-ops initiators on a real ClickHouse: after an erasure no row and no file holds the e-mail, and no later event brings it back.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERASED_VERSION, INITIATORS_TABLE } from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { runOps } from "../ops/run.ts";

const { url, writer } = inject("clickhouse");
const database = `audit_test_initiators_${Date.now()}`;
const EMAIL = "ada.lovelace.whose.name.is.nowhere.else@example.com";
const BOB = { kind: "USER", id: "bob", email: "bob@example.com", version: "1700000000000" };
/** As strange as an id can be. */
const ADA = "ada'\\\n{id}😀";
const NO_MERGES = { max_bytes_to_merge_at_max_space_in_pool: 1 };
const CLEAN_UP_EACH_SECOND = {
  cleanup_delay_period: 1,
  max_cleanup_delay_period: 1,
  cleanup_delay_period_random_add: 0,
};
/** Until ClickHouse looks for former parts at its new pace. */
const PATIENT_MS = 150_000;
let client: ClickHouseClient;

beforeAll(async () => {
  await migrate({ url, ...writer, database });
  client = createClient({ url, ...writer, database });
  // Each insert stays a part of its own, as between two merges, and former parts go sooner than after minutes.
  await settings({ ...NO_MERGES, old_parts_lifetime: 1, ...CLEAN_UP_EACH_SECOND });
  for (const version of ["1700000000001", "1700000000002", "1700000000003"]) {
    await insert({ kind: "USER", id: ADA, email: EMAIL, version });
    await insert({ kind: "SERVICE_ACCOUNT", id: ADA, email: "ada@sa.example.com", version }, BOB);
  }
});

afterAll(async () => {
  await client.command({ query: `DROP DATABASE ${database}` });
  await client.close();
});

const settings = (values: Record<string, number>) =>
  client.command({
    query: `ALTER TABLE ${INITIATORS_TABLE} MODIFY SETTING ${Object.entries(values)
      .map(([name, value]) => `${name} = ${value}`)
      .join(", ")}`,
  });

const insert = async (...values: object[]) =>
  void (await client.insert({ table: INITIATORS_TABLE, values, format: "JSONEachRow" }));

async function rows<Row>(query: string): Promise<Row[]> {
  return (await client.query({ query, format: "JSONEachRow" })).json<Row>();
}

/** Every row there is: without FINAL, whatever its version. */
const stored = (kind = "USER") =>
  rows<{ email: string; version: string }>(
    `SELECT email, toString(version) AS version FROM ${INITIATORS_TABLE} WHERE startsWith(id, 'ada') AND kind = '${kind}' ORDER BY version, email`,
  );

/** What readers are shown. */
const shown = () =>
  rows<{ latest: string }>(
    `SELECT argMax(email, version) AS latest FROM ${INITIATORS_TABLE} WHERE startsWith(id, 'ada') AND kind = 'USER' GROUP BY kind, id`,
  );

/** Files of the table, of parts in use and of former ones, in which the e-mail stands as it is: a value this short is not compressed. */
async function filesWithEmail(): Promise<string[]> {
  const [table] = await rows<{ data_paths: string[] }>(
    `SELECT data_paths FROM system.tables WHERE database = '${database}' AND name = '${INITIATORS_TABLE}'`,
  );
  const files = (table?.data_paths ?? []).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return paths.filter((path) => readFileSync(path).includes(EMAIL));
}

async function ops(...args: string[]) {
  const [out, notes]: [string[], string[]] = [[], []];
  const terminal = {
    out: (text: string) => void out.push(text),
    note: (text: string) => void notes.push(text),
    canAsk: false,
    confirm: () => Promise.resolve(false),
  };
  const env = {
    CLICKHOUSE_URL: url,
    CLICKHOUSE_WRITER_USER: writer.username,
    CLICKHOUSE_WRITER_PASSWORD: writer.password,
    CLICKHOUSE_DATABASE: database,
  };
  return { code: await runOps(["initiators", ...args], env, terminal), out, notes };
}

test("what is stored is shown", async () => {
  const { code, out } = await ops("show", ADA, "--kind", "USER");
  expect(code).toBe(0);
  expect(out).toEqual([
    expect.stringMatching(/^initiator {2}USER ada/),
    `e-mail     ${EMAIL}`,
    "told by    an event of 2023-11-14T22:13:20.003Z",
  ]);
  // Otherwise the tests below would prove nothing.
  expect(await filesWithEmail()).not.toEqual([]);
});

test(
  "after the erasure no row and no file holds the e-mail, and nobody else has lost one",
  async () => {
    const { code, out } = await ops("erase", ADA, "--kind", "USER", "--yes");
    expect([code, out[1], out[2]]).toEqual([
      0,
      "rows with an e-mail that were removed: 3",
      "no file of the table holds it any more",
    ]);
    expect(await stored()).toEqual([{ email: "", version: ERASED_VERSION }]);
    expect(await filesWithEmail()).toEqual([]);
    expect(await stored("SERVICE_ACCOUNT")).toHaveLength(3);
    expect((await ops("show", "bob")).out).toContain("e-mail     bob@example.com");
  },
  PATIENT_MS,
);

test("typed again it changes nothing", async () => {
  expect(await ops("erase", ADA, "--kind", "USER", "--yes")).toMatchObject({ code: 0 });
  expect(await stored()).toEqual([{ email: "", version: ERASED_VERSION }]);
});

test("neither a late event nor a replay brings it back, and erasing again removes what they left", async () => {
  await insert({ kind: "USER", id: ADA, email: EMAIL, version: "1700000000001" });
  await insert({ kind: "USER", id: ADA, email: EMAIL, version: "9000000000000" });
  expect(await stored()).toHaveLength(3);
  expect(await shown()).toEqual([{ latest: "" }]);
  expect((await ops("show", ADA, "--kind", "USER")).out.at(-1)).toMatch(/^stored {5}2 with an e-mail/);
  // A merge comes to the same end.
  await client.command({ query: `ALTER TABLE ${INITIATORS_TABLE} RESET SETTING ${Object.keys(NO_MERGES).join(", ")}` });
  await client.command({ query: `OPTIMIZE TABLE ${INITIATORS_TABLE} FINAL` });
  expect(await stored()).toEqual([{ email: "", version: ERASED_VERSION }]);
  await insert({ kind: "USER", id: ADA, email: EMAIL, version: "9000000000001" });
  expect(await ops("erase", ADA, "--kind", "USER", "--yes")).toMatchObject({ code: 0 });
  expect(await filesWithEmail()).toEqual([]);
});

test("ClickHouse that is away or refuses is told in a sentence", async () => {
  const run = async (env: object) => {
    const notes: string[] = [];
    const terminal = { out: () => {}, note: (line: string) => void notes.push(line), canAsk: false };
    const code = await runOps(
      ["initiators", "show", "ada"],
      { CLICKHOUSE_URL: url, CLICKHOUSE_WRITER_USER: writer.username, ...env },
      { ...terminal, confirm: () => Promise.resolve(false) },
    );
    return [code, notes.join("\n")];
  };
  expect(await run({ CLICKHOUSE_URL: "http://127.0.0.1:1" })).toEqual([
    1,
    expect.stringMatching(/^ClickHouse does not answer: .*ECONNREFUSED/),
  ]);
  expect(await run({ CLICKHOUSE_WRITER_PASSWORD: "wrong" })).toEqual([1, expect.stringMatching(/^ClickHouse: /)]);
});
