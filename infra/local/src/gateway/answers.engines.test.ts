/** The HTTP face beside the client: status codes, who may ask at all, formats, compression, and what is not supported. */
import { describe, expect, inject, it } from "vitest";
import { post } from "../testing/own-gateway.ts";

const access = inject("clickhouse");

const ask = (headers: Record<string, string>) => fetch(`${access.url}/?query=SELECT+1`, { headers });

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});

describe("who asks", () => {
  it("must be said: 401 without credentials", async () => {
    const response = await ask({});
    expect(response.status).toBe(401);
    expect(response.headers.get("x-clickhouse-exception-code")).toBe("516");
  });

  it.each([
    ["writer", "wrong"],
    ["default", ""],
    ["reader", ""],
  ])("must be right: 403 for %s with %j", async (user, password) => {
    const response = await ask(basic(user, password));
    expect([response.status, response.headers.get("x-clickhouse-exception-code")]).toEqual([403, "516"]);
  });

  it("may be said in each of ClickHouse's ways", async () => {
    const { username, password } = access.reader;
    const inAddress = await fetch(
      `${access.url}/?${new URLSearchParams({ query: "SELECT 1", user: username, password }).toString()}`,
    );
    const ways = [ask(basic(username, password)), ask({ "x-clickhouse-user": username, "x-clickhouse-key": password })];
    expect([inAddress.status, ...(await Promise.all(ways)).map(({ status }) => status)]).toEqual([200, 200, 200]);
  });
});

it.each([
  ["SELECT 1", 200],
  ["SELEC", 400],
  ["SELECT * FROM nothing", 404],
  ["SELECT throwIf(1)", 500],
])("answers %s with status %i", async (query, status) => {
  const response = await post(access, { query });
  expect(response.status).toBe(status);
  const body = await response.text();
  if (status !== 200) expect(body).toMatch(/^Code: \d+\. DB::Exception: .*\([A-Z_]+\) \(version [\d.]+\)\n$/s);
});

it("takes the query from the address, the body, or both", async () => {
  const texts = await Promise.all([
    post(access, { query: "SELECT 1" }).then((response) => response.text()),
    post(access, {}, { body: "SELECT 1" }).then((response) => response.text()),
    post(access, { query: "SELECT" }, { body: "1 -- done;" }).then((response) => response.text()),
  ]);
  expect(texts).toEqual(["1\n", "1\n", "1\n"]);
});

it.each(["JSON", "JSONCompact", "CSVWithNames", "Native", "RowBinaryWithNamesAndTypes", "Parquet"])(
  "writes one whole document of many blocks as %s",
  async (format) => {
    const select = "SELECT number, toString(number) AS text FROM numbers(200000)";
    const streamed = await (await post(access, { query: `${select} FORMAT ${format}` })).bytes();
    // The engine reads its own document back: a document per block, as the library's own stream gives, would not survive this.
    await post(access, { query: "CREATE TABLE default.documents (number UInt64, text String) ENGINE = Memory" });
    const stored = await post(access, { query: `INSERT INTO default.documents FORMAT ${format}` }, { body: streamed });
    expect(await stored.text()).toBe("");
    const counted = await post(access, {
      query: "SELECT count(), sum(number), sum(length(text)) FROM default.documents",
    });
    expect(await counted.text()).toBe("200000\t19999900000\t1088890\n");
    await post(access, { query: "DROP TABLE default.documents" });
  },
);

it("uses default_format where the query names none, and SETTINGS after FORMAT", async () => {
  expect(await (await post(access, { query: "SELECT 1 AS a", default_format: "JSONEachRow" })).text()).toBe(
    '{"a":1}\n',
  );
  expect(await (await post(access, { query: "SELECT 1 FORMAT CSV SETTINGS max_threads = 1" })).text()).toBe("1\n");
  expect(await (await post(access, { query: "SELECT 1 AS format" })).text()).toBe("1\n");
});

it("compresses what a client wants compressed", async () => {
  const words = { query: "SELECT number FROM numbers(100000) FORMAT CSV", enable_http_compression: "1" };
  const response = await post(access, words, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect((await response.text()).length).toBe(588_890);
});

it("says so when something is not supported", async () => {
  for (const words of [{ session_id: "s" }, { decompress: "1" }]) {
    const response = await post(access, { query: "SELECT 1", ...words });
    expect([response.status, response.headers.get("x-clickhouse-exception-code")]).toEqual([501, "48"]);
  }
});

it("survives KILL QUERY and a look at system.processes", async () => {
  expect((await post(access, { query: "KILL QUERY WHERE query_id = 'none' SYNC" })).status).toBe(200);
  expect((await post(access, { query: "SELECT count() > 0 FROM system.processes" })).status).toBe(200);
});
