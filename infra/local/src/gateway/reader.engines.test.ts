/** The reader reads tables and nothing else: the engine refuses, and where it does not, the gateway does. */
import { access as accessible } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { quietClient } from "../testing/own-gateway.ts";

const access = inject("clickhouse");
const writer = quietClient(access.url, access.writer);
const reader = quietClient(access.url, access.reader);
const ask = async (query: string, clickhouse_settings = {}) =>
  (await reader.query({ query, format: "JSONEachRow", clickhouse_settings })).json<Record<string, unknown>>();

beforeAll(async () => {
  await writer.command({ query: "CREATE DATABASE gateway_reader" });
  await writer.command({ query: "CREATE TABLE gateway_reader.t (a UInt8) ENGINE = MergeTree ORDER BY a" });
  await writer.command({ query: "INSERT INTO gateway_reader.t VALUES (1), (2)" });
});
afterAll(async () => {
  await writer.command({ query: "DROP DATABASE gateway_reader" });
  await Promise.all([writer.close(), reader.close()]);
});

describe("may", () => {
  it.each([
    "SELECT a FROM gateway_reader.t ORDER BY a",
    "WITH x AS (SELECT a FROM gateway_reader.t) SELECT a FROM x ORDER BY a",
    "SELECT a FROM gateway_reader.t ORDER BY a SETTINGS max_threads = 1, optimize_read_in_order = 0",
    "SELECT number + 1 AS a FROM numbers(2)",
  ])("%s", async (query) => {
    expect(await ask(query)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it("set limits of its own, by setting", async () => {
    expect(await ask("SELECT getSetting('max_threads') AS n", { max_threads: 1 })).toEqual([{ n: 1 }]);
  });

  it("look at what there is", async () => {
    expect(await ask("SHOW TABLES FROM gateway_reader")).toEqual([{ name: "t" }]);
    expect(await ask("DESCRIBE TABLE gateway_reader.t")).toMatchObject([{ name: "a" }]);
    expect((await ask("EXPLAIN SELECT a FROM gateway_reader.t")).length).toBeGreaterThan(0);
  });
});

describe("may not", () => {
  it.each([
    "INSERT INTO gateway_reader.t VALUES (3)",
    "INSERT INTO gateway_reader.t SELECT 3",
    "INSERT INTO FUNCTION file('/tmp/audit-never', 'CSV') SELECT 1",
    "DROP TABLE gateway_reader.t",
    "ALTER TABLE gateway_reader.t DELETE WHERE 1",
    "CREATE TABLE gateway_reader.u (a UInt8) ENGINE = Memory",
    "CREATE TEMPORARY TABLE u (a UInt8)",
    "TRUNCATE TABLE gateway_reader.t",
    "SET max_threads = 1",
    "SYSTEM FLUSH LOGS",
    "KILL QUERY WHERE 1",
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
    "SELECT * FROM `file`('/etc/passwd', 'LineAsString')",
    "SELECT * FROM FILE /* c */ ('/etc/passwd', 'LineAsString')",
    "DESCRIBE file('/etc/passwd', 'LineAsString')",
    "EXPLAIN SELECT file('/etc/passwd')",
    "SELECT file('/etc/passwd')",
    "SELECT \"file\"('/etc/passwd')",
    "SELECT `fi\\x6ce`('/etc/passwd')",
    "SELECT arrayMap(x -> file(x), ['/etc/passwd'])",
    "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
    "SELECT * FROM s3('http://127.0.0.1:1/x', 'CSV')",
    "SELECT * FROM remote('127.0.0.1:1', 'system.one')",
    "SELECT * FROM executable('id', 'TSV', 'a String')",
    "SELECT 1 INTO OUTFILE '/tmp/audit-never'",
    "SELECT 1; DROP TABLE gateway_reader.t",
    "SELECT 1 SETTINGS readonly = 0; DROP TABLE gateway_reader.t",
    "SELECT 1 // '\n; DROP TABLE gateway_reader.t -- '",
    "SELECT $$a$$; DROP TABLE gateway_reader.t",
    "SELECT 1 /* ; */ ; DROP TABLE gateway_reader.t",
    "SELECT '\\'; -- '; DROP TABLE gateway_reader.t",
    "WITH 1 AS x INSERT INTO gateway_reader.t SELECT x",
  ])("%s", async (query) => {
    await expect(ask(query)).rejects.toMatchObject({ code: expect.stringMatching(/^(62|164|497)$/) });
    const left = await writer.query({ query: "SELECT count() AS n FROM gateway_reader.t", format: "JSONEachRow" });
    expect(await left.json()).toEqual([{ n: 2 }]);
    await expect(accessible("/tmp/audit-never")).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("make itself a writer by a setting", async () => {
    await expect(ask("INSERT INTO gateway_reader.t VALUES (3)", { readonly: "0" })).rejects.toMatchObject({
      code: "164",
    });
    expect(await ask("SELECT getSetting('readonly') AS r SETTINGS readonly = 0")).toEqual([{ r: 1 }]);
    expect(await ask("SELECT getSetting('readonly') AS r", { readonly: "2" })).toEqual([{ r: 1 }]);
  });

  // The engine itself accepts the first two: its read-only mode ends where a subquery says so.
  it.each([
    "SELECT * FROM (SELECT getSetting('readonly') SETTINGS readonly = 0)",
    "WITH x AS (SELECT 1 SETTINGS `readonly` = 0) SELECT * FROM x",
    "SELECT 1 SETTINGS readonly = 0 UNION ALL SELECT 2",
    "SELECT 1 SETTINGS max_threads = 1 FORMAT JSON SETTINGS readonly = 0",
    "EXPLAIN SELECT * FROM (SELECT 1 SETTINGS readonly = 0)",
  ])("escape with %s", async (query) => {
    await expect(ask(query)).rejects.toMatchObject({ code: expect.stringMatching(/^(62|164)$/) });
  });
});
