/** `@clickhouse/client`, unchanged, against the gateway: what it sends is understood, and nothing of one request reaches the next. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { quietClient } from "../testing/own-gateway.ts";

const access = inject("clickhouse");
const client = quietClient(access.url, access.writer);
const rows = async (query: string, options: object = {}) =>
  (await client.query({ query, format: "JSONEachRow", ...options })).json<Record<string, unknown>>();

beforeAll(async () => {
  await client.command({ query: "CREATE DATABASE gateway_client" });
});
afterAll(async () => {
  await client.command({ query: "DROP DATABASE gateway_client" });
  await client.close();
});

it("answers a ping, with and without a SELECT", async () => {
  expect(await client.ping()).toEqual({ success: true });
  expect(await client.ping({ select: true })).toEqual({ success: true });
});

it("echoes the query id and names the format", async () => {
  const result = await client.query({ query: "SELECT 1", format: "CSV", query_id: "my-query" });
  expect(result.query_id).toBe("my-query");
  expect(result.response_headers["x-clickhouse-format"]).toBe("CSV");
  expect(await result.text()).toBe("1\n");
});

describe("bound parameters", () => {
  const nasty = [
    "",
    "'",
    "\\",
    "\\'",
    "'; DROP TABLE x; --",
    "\n\r\t\b\f\0",
    "{a:String}",
    "/* ' */",
    "ä€😀",
    "$$x$$",
    "\\N",
  ];

  it.each(nasty)("carries the string %j", async (value) => {
    expect(await rows("SELECT {v:String} AS v", { query_params: { v: value } })).toEqual([{ v: value }]);
  });

  it("carries arrays of nasty strings, maps, tuples and identifiers", async () => {
    const query =
      "SELECT {list:Array(String)} AS list, {map:Map(String, UInt8)} AS map, {name:Identifier} AS id FROM numbers(1)";
    const query_params = { list: nasty, map: { "a'b": 1 }, name: "number" };
    expect(await rows(query, { query_params })).toEqual([{ list: nasty, map: { "a'b": 1 }, id: 0 }]);
  });

  it("carries times, identifiers of resources, and absence", async () => {
    const query =
      "SELECT {at:DateTime64(3, 'UTC')} AS at, {id:UUID} AS id, {none:Nullable(String)} AS none, {big:UInt64} AS big";
    const id = "0190f1c2-7e5f-7000-8000-00000000abcd";
    const query_params = { at: new Date(1_700_000_000_123), id, none: null, big: 2n ** 63n };
    const clickhouse_settings = { output_format_json_quote_64bit_integers: 1 };
    expect(await rows(query, { query_params, clickhouse_settings })).toEqual([
      { at: "2023-11-14 22:13:20.123", id, none: null, big: "9223372036854775808" },
    ]);
  });

  it("carries what is too long for an address, as a multipart body", async () => {
    const value = "a'b\\c\n".repeat(20_000);
    const result = await client.query({
      query: "SELECT length({v:String}) AS size, cityHash64({v:String}) = cityHash64({w:String}) AS same",
      query_params: { v: value, w: value },
      format: "JSONEachRow",
      use_multipart_params: true,
    });
    expect(await result.json()).toEqual([{ size: value.length, same: 1 }]);
  });

  it("refuses a value that does not fit its type", async () => {
    await expect(rows("SELECT {n:UInt8} AS n", { query_params: { n: "1 OR 1" } })).rejects.toMatchObject({
      code: "457",
    });
  });
});

const read = async () => (await rows("SELECT getSetting('max_block_size') AS size"))[0]?.["size"];

describe("settings of one request", () => {
  it("hold for that request and are seen by no other, also at the same time", async () => {
    const before = await read();
    const own = Array.from({ length: 24 }, async (_, index) => {
      const size = 1_000 + index;
      const clickhouse_settings = { max_block_size: String(size) };
      const [row] = await rows("SELECT getSetting('max_block_size') AS size, {n:UInt32} AS n", {
        clickhouse_settings,
        query_params: { n: index },
      });
      expect(row).toEqual({ size, n: index });
    });
    const others = Array.from({ length: 24 }, async () => expect(await read()).toBe(before));
    await Promise.all([...own, ...others]);
  });

  it("are refused by name when the engine does not know them", async () => {
    await expect(rows("SELECT 1", { clickhouse_settings: { nonsense: 1 } })).rejects.toMatchObject({ code: "115" });
  });

  it("limit the time a query may take", async () => {
    const query = "SELECT sum(sipHash64(number)) FROM numbers(100000000000)";
    const clickhouse_settings = { max_execution_time: 1 };
    await expect(rows(query, { clickhouse_settings })).rejects.toMatchObject({ code: "159" });
  });
});

it("reads from the database that the client names", async () => {
  const own = quietClient(`${access.url}/gateway_client`, access.writer);
  await own.command({ query: "CREATE TABLE here (a UInt8) ENGINE = Memory" });
  const result = await own.query({ query: "SELECT currentDatabase() AS db, count() AS n FROM here", format: "JSON" });
  expect((await result.json()).data).toEqual([{ db: "gateway_client", n: 0 }]);
  await own.close();
});

describe("faults carry ClickHouse's own code", () => {
  it.each([
    ["SELECT nothing", "47", "UNKNOWN_IDENTIFIER"],
    ["SELECT * FROM gateway_client.nothing", "60", "UNKNOWN_TABLE"],
    ["SELECT * FROM nothing.nothing", "81", "UNKNOWN_DATABASE"],
    ["SELEC 1", "62", "SYNTAX_ERROR"],
    ["SELECT 'a", "62", "SYNTAX_ERROR"],
    ["SELECT 1; SELECT 2", "62", "SYNTAX_ERROR"],
    ["exit", "62", "SYNTAX_ERROR"],
    ["SELECT 1 INTO OUTFILE '/tmp/audit-never'", "62", "SYNTAX_ERROR"],
    ["SELECT throwIf(1)", "395", "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO"],
  ])("%s", async (query, code, type) => {
    await expect(rows(query)).rejects.toMatchObject({ code, type });
  });

  it("also in the middle of a stream", async () => {
    const result = await client.query({
      query: "SELECT throwIf(number = 3000000) FROM numbers(4000000)",
      format: "JSONEachRow",
    });
    const drain = async () => {
      for await (const chunk of result.stream()) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(drain()).rejects.toMatchObject({ code: "395" });
  });
});
