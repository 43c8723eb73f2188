// What the store makes of a server that breaks an answer off: an error each time, never a page that looks complete.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { grantedScope } from "../../test/granted-scope.ts";
import { idOf, PROJECT, rowAt } from "../../test/rows.ts";
import { pageOf, selectionOf } from "../../test/selections.ts";
import { wireRow } from "../export/testing/wire-rows.ts";
import { clickhouseStore } from "./clickhouse-store.ts";
import { StoreUnavailable, type StoredPage } from "./entry-store.ts";

const time = Date.parse("2026-03-21T12:00:00.000Z");
const rows = [3, 2, 1].map((age) => rowAt(time - 1, idOf(age)));
const lineOf = (values: readonly string[]): Buffer => Buffer.from(`${JSON.stringify(values)}\n`);
const entries = rows.map((row) => Buffer.concat(wireRow(row)));
/** What the server answers to the one query of a page of one scope, and to each of the two of a page of everything below. */
const whole = {
  page: entries,
  keys: rows.map((row) => lineOf([row.scope_id, row.event_time, row.event_id])),
  rows: entries,
};
type Question = keyof typeof whole;

function questionOf(sql: string): Question {
  if (sql.includes("SELECT scope_id, event_time, event_id\n")) return "keys";
  return sql.includes("{keys:") ? "rows" : "page";
}

const NONE = Buffer.alloc(0);
const FAULT = "Code: 159. DB::Exception: Timeout exceeded. (TIMEOUT_EXCEEDED) (version 26.7.2.1)";

/** The page that a store makes where one of its questions is answered by `answer`. */
async function answeredPage(
  answered: Question,
  answer: (response: ServerResponse, lines: readonly Buffer[]) => void,
): Promise<StoredPage> {
  await using server = createServer((request, response) => {
    response.once("error", () => {});
    void text(request).then((body) => {
      const question = questionOf(body);
      if (question === answered) answer(response, whole[question]);
      else response.end(Buffer.concat(whole[question]));
    });
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
  const selection = selectionOf(scope, { start: time - 1000, end: time }, { descendants: answered !== "page" });
  return await store.entries(selection, pageOf(10), new AbortController().signal);
}

test.each<Question>(["page", "rows"])("an answer that arrives whole is a page: %s", async (question) => {
  expect(await answeredPage(question, (response, lines) => void response.end(Buffer.concat(lines)))).toEqual({
    rows,
    next: undefined,
  });
});

test("without keys there is nothing more to ask", async () => {
  expect(await answeredPage("keys", (response) => void response.end())).toEqual({ rows: [], next: undefined });
});

describe.each<Question>(["page", "keys", "rows"])("of the answer with the %s", (question) => {
  test.each<[string, (response: ServerResponse, lines: readonly Buffer[]) => void]>([
    [
      "a connection that ends between rows",
      (response, [first]) => void response.write(first, () => response.destroy()),
    ],
    [
      "a connection that ends within a row",
      (response, lines) => void response.write(Buffer.concat(lines).subarray(0, -9), () => response.destroy()),
    ],
    [
      "an exception after the rows",
      (response, lines) => void response.end(Buffer.concat([...lines, Buffer.from(`${FAULT}\n`)])),
    ],
    [
      "a row that is none",
      (response, [first = NONE]) =>
        void response.end(Buffer.concat([first, Buffer.from(`{"exception":"${FAULT}"}\n`)])),
    ],
    [
      "an exception with its tag",
      (response, [first = NONE]) => {
        const [tag, said] = ["abcdefghijklmnop", `${FAULT}\n`];
        response.setHeader("X-ClickHouse-Exception-Tag", tag);
        response.write(first);
        response.end(`\r\n__exception__\r\n${tag}\r\n${said}${said.length} ${tag}\r\n__exception__\r\n`);
      },
    ],
  ])("%s is an error", async (_name, answer) => {
    await expect(answeredPage(question, answer)).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
