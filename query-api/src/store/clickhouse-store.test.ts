// What the store makes of a server that breaks an answer off: an error each time, never a page that looks complete.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../test/rows.ts";
import { clickhouseStore } from "./clickhouse-store.ts";
import { StoreUnavailable, type StoredPage } from "./entry-store.ts";

const time = Date.parse("2026-03-21T12:00:00.000Z");
const rows = [3, 2, 1].map((age) => rowAt(time - 1, idOf(age)));
const lines = rows.map((row) => `${JSON.stringify(Object.values(row))}\n`);
const FAULT = "Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED) (version 26.7.2.1)";

/** The page that a store makes of what `answer` sends. */
async function pageOf(answer: (response: ServerResponse) => void, limit = 10): Promise<StoredPage> {
  await using server = createServer((request, response) => {
    request.resume();
    response.once("error", () => {});
    answer(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port }: Partial<AddressInfo> = Object(server.address());
  await using store = clickhouseStore({
    url: `http://127.0.0.1:${port}`,
    database: "audit",
    username: "reader",
    password: "",
  });
  const scope = await grantedScope({ type: "PROJECT", id: PROJECT });
  return await store.entries(scope, { start: 0, end: time }, { limit }, new AbortController().signal);
}

test("an answer that arrives whole is a page", async () => {
  expect(await pageOf((response) => void response.end(lines.join("")))).toEqual({ rows, more: false });
});

test.each<[string, (response: ServerResponse) => void]>([
  ["a connection that ends between rows", (response) => void response.write(lines[0], () => response.destroy())],
  [
    "a connection that ends within a row",
    (response) => void response.write(lines.join("").slice(0, -9), () => response.destroy()),
  ],
  ["an exception after the rows", (response) => void response.end(`${lines.join("")}${FAULT}\n`)],
  ["a row that is none", (response) => void response.end(`${lines[0]}{"exception":"${FAULT}"}\n`)],
  [
    "an exception with its tag",
    (response) => {
      const [tag, said] = ["abcdefghijklmnop", `${FAULT}\n`];
      response.setHeader("X-ClickHouse-Exception-Tag", tag);
      response.end(`${lines[0]}\r\n__exception__\r\n${tag}\r\n${said}${said.length} ${tag}\r\n__exception__\r\n`);
    },
  ],
])("%s is an error", async (_name, answer) => {
  await expect(pageOf(answer)).rejects.toBeInstanceOf(StoreUnavailable);
});
