/**
 * The engine runs every statement of a text. The gateway must see each semicolon that the engine sees: random arrangements of all
 * that begins, ends or escapes a literal or a comment are tried around a second statement, which must never have an effect.
 */
import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { post, quietClient } from "../testing/own-gateway.ts";

const access = inject("clickhouse");
const client = quietClient(access.url, access.writer);

beforeAll(() => client.command({ query: "CREATE DATABASE gateway_fuzz" }));
afterAll(async () => {
  await client.command({ query: "DROP DATABASE gateway_fuzz" });
  await client.close();
});

const SECOND = "CREATE TABLE IF NOT EXISTS gateway_fuzz.second (a UInt8) ENGINE = Memory";
const pieces = [
  "'",
  '"',
  "`",
  "\\",
  "--",
  "//",
  "#",
  "# ",
  "#!",
  "/*",
  "*/",
  "$",
  "$a$",
  "a$b$",
  "x'",
  "b'",
  "\n",
  " ",
  "1",
  "a",
  ",",
  "‘",
  "’",
  "“",
  "”",
];
const noise = array(constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(""));

it("a second statement never runs, however the first is written", { timeout: 120_000 }, async () => {
  const property = asyncProperty(noise, noise, noise, async (before, between, behind) => {
    const query = `SELECT 1 ${before};${between} ${SECOND} ${behind}`;
    const response = await post(access, {}, { body: query });
    await response.arrayBuffer();
    expect(await exists()).toBe("0\n");
  });
  await assert(property, { numRuns: 250 });
});

it("the engine alone would run it", async () => {
  await client.command({ query: SECOND });
  expect(await exists()).toBe("1\n");
});

async function exists(): Promise<string> {
  return (await post(access, { query: "EXISTS gateway_fuzz.second" })).text();
}
