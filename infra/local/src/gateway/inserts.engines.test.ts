/** Inserts through the gateway: every way of sending rows, tokens that make repetition harmless, and nothing of a broken request. */
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { post, quietClient } from "../testing/own-gateway.ts";

const access = inject("clickhouse");
const client = quietClient(access.url, access.writer);
const table = "gateway_inserts.events";
const count = async () => {
  const result = await client.query({ query: `SELECT count() AS n FROM ${table}`, format: "JSONEachRow" });
  return (await result.json<{ n: number }>())[0]?.n;
};
const native = async (select: string) => (await post(access, { query: `${select} FORMAT Native` })).bytes();

beforeEach(async () => {
  await client.command({ query: "CREATE DATABASE IF NOT EXISTS gateway_inserts" });
  await client.command({
    query: `CREATE OR REPLACE TABLE ${table} (id UInt64, text String, at DateTime64(3) DEFAULT now64(3))
            ENGINE = ReplacingMergeTree PARTITION BY toDate(at) ORDER BY id TTL toDateTime(at) + INTERVAL 90 DAY
            SETTINGS non_replicated_deduplication_window = 100`,
  });
});
afterAll(async () => {
  await client.command({ query: "DROP DATABASE gateway_inserts" });
  await client.close();
});

describe("rows arrive", () => {
  it("from the client's insert, and are counted", async () => {
    const text = "it's; \\ \n FORMAT CSV";
    const { summary } = await client.insert({
      table,
      values: [{ id: 1, text }],
      format: "JSONEachRow",
      columns: ["id", "text"],
    });
    expect(summary?.written_rows).toBe("1");
    const result = await client.query({ query: `SELECT text FROM ${table}`, format: "JSONEachRow" });
    expect(await result.json()).toEqual([{ text }]);
  });

  it("from VALUES in the query, with semicolons in strings", async () => {
    await client.command({ query: `INSERT INTO ${table} (id, text) VALUES (1, 'a;b'), (2, ')')` });
    expect(await count()).toBe(2);
  });

  it("from SELECT", async () => {
    await client.command({ query: `INSERT INTO ${table} (id, text) SELECT number, 'FORMAT' FROM numbers(5)` });
    expect(await count()).toBe(5);
  });

  it("with the statement in front of the data, in one body", async () => {
    await post(access, {}, { body: `INSERT INTO ${table} (id, text) FORMAT CSV\n1,"a\nb"\n2,c\n` });
    expect(await count()).toBe(2);
  });

  it("in binary, with zeros and line breaks anywhere", async () => {
    const body = await native("SELECT number AS id, toString(sipHash128(number)) AS text FROM numbers(100000)");
    const response = await post(access, { query: `INSERT INTO ${table} (id, text) FORMAT Native` }, { body });
    expect(response.status).toBe(200);
    const inOne = Buffer.concat([
      Buffer.from(`INSERT INTO ${table} (id, text) SETTINGS max_threads = 1 FORMAT RowBinary\n`),
      Buffer.alloc(9),
    ]);
    expect((await post(access, {}, { body: inOne })).status).toBe(200);
    expect(await count()).toBe(100_001);
  });

  it("compressed", async () => {
    const body = gzipSync('{"id":1}\n{"id":2}\n');
    const words = { query: `INSERT INTO ${table} FORMAT JSONEachRow` };
    await post(access, words, { body, headers: { "content-encoding": "gzip" } });
    expect(await count()).toBe(2);
  });

  it("as one part, when they are sent as one block", async () => {
    const query = "SELECT number AS id, toString(number) AS text FROM numbers(300000) SETTINGS max_block_size = 300000";
    const words = { query: `INSERT INTO ${table} (id, text) FORMAT Native` };
    await post(access, words, { body: await native(query) });
    const parts = "SELECT rows FROM system.parts WHERE database = 'gateway_inserts' AND active ORDER BY rows";
    expect(await (await post(access, { query: parts })).text()).toBe("300000\n");
  });
});

describe("the same token stores once", () => {
  // Other rows under the same token: without tokens the engine would tell repeated rows by their content, and hide a lost token.
  it.each(["setting", "clause"])("given as %s, in binary", async (how) => {
    const send = async (token: string, first: number) => {
      const clause = how === "clause" ? `SETTINGS insert_deduplication_token = '${token}'` : "";
      const words = how === "clause" ? {} : { insert_deduplication_token: token };
      const body = await native(`SELECT number + ${first} AS id FROM numbers(10)`);
      const response = await post(
        access,
        { query: `INSERT INTO ${table} (id) ${clause} FORMAT Native`, ...words },
        { body },
      );
      expect(response.status).toBe(200);
    };
    await send("t1", 0);
    await send("t1", 0);
    await send("t1", 100);
    expect(await count()).toBe(10);
    await send("t2", 0);
    expect(await count()).toBe(20);
  });

  it("given to the client's insert, in text", async () => {
    for (const id of [1, 1, 2]) {
      const clickhouse_settings = { insert_deduplication_token: "t3" };
      await client.insert({ table, values: [{ id }], format: "JSONEachRow", clickhouse_settings });
    }
    expect(await count()).toBe(1);
  });
});

const cut = async (headers: Record<string, string>, sent: string) => {
  const { username, password } = access.writer;
  const words = new URLSearchParams({
    query: `INSERT INTO ${table} (id) FORMAT JSONEachRow`,
    user: username,
    password,
  });
  const asked = request(`${access.url}/?${words.toString()}`, { method: "POST", headers });
  const closed = new Promise((resolve) => asked.once("close", resolve));
  // Being hung up on is what is asked for.
  asked.on("error", () => {});
  await new Promise((resolve) => asked.write(sent, resolve));
  asked.destroy();
  await closed;
};

describe("nothing is stored", () => {
  it.each([
    ["with a length", { "content-length": "1000" }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("of a body that is cut, sent %s", async (_, headers) => {
    await cut(headers, '{"id":1}\n{"id":2}\n');
    // A whole insert that was sent later is visible: the cut one had its chance.
    await client.insert({ table, values: [{ id: 9 }], format: "JSONEachRow" });
    expect(await count()).toBe(1);
  });

  it("of a compressed body that is cut", async () => {
    const whole = gzipSync('{"id":1}\n'.repeat(1000));
    const headers = { "content-encoding": "gzip" };
    const response = await post(
      access,
      { query: `INSERT INTO ${table} FORMAT JSONEachRow` },
      { headers, body: whole.subarray(0, -5) },
    );
    expect(response.status).toBe(400);
    expect(await count()).toBe(0);
  });

  it("of a body with one bad row", async () => {
    const response = await post(
      access,
      { query: `INSERT INTO ${table} FORMAT JSONEachRow` },
      { body: '{"id":1}\n{"id":"x"}\n' },
    );
    expect(response.status).toBe(400);
    expect(await count()).toBe(0);
  });

  it("of a body beyond the bound", async () => {
    const piece = Buffer.alloc(16 * 1024 * 1024, "{}\n");
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(piece),
    });
    const response = await post(
      access,
      { query: `INSERT INTO ${table} FORMAT JSONEachRow` },
      { body, duplex: "half" },
    ).catch(() => undefined);
    if (response !== undefined) expect(response.status).toBe(413);
    expect(await count()).toBe(0);
  });

  it("when a file of the server is named", async () => {
    const response = await post(access, {
      query: `INSERT INTO ${table} (text) FROM INFILE '/etc/passwd' FORMAT LineAsString`,
    });
    expect(response.status).toBe(400);
    expect(await count()).toBe(0);
  });
});

it("lets TTL remove what is too old", async () => {
  await client.insert({ table, values: [{ id: 1, at: "2020-01-01 00:00:00.000" }, { id: 2 }], format: "JSONEachRow" });
  await client.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
  expect(await count()).toBe(1);
});
