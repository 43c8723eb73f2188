// What ClickHouse says behind a status of 200 is heard.
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { ClickHouseError, createClient } from "@clickhouse/client";
import { expect, it } from "vitest";
import { insertRows } from "./clickhouse-insert.ts";

const TIMEOUT = "Code: 159. DB::Exception: Timeout exceeded: elapsed 20001.2 ms, maximum: 20000 ms. (TIMEOUT_EXCEEDED)";

/** What is inserted, and how it ends where this is the answer. */
async function inserting(answer: string): Promise<{ body: string; ending: unknown }> {
  let body = "";
  const server = createServer((request, response) => {
    void text(request).then((all) => {
      body = all;
      response.writeHead(200).end(answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") expect.unreachable("it has a port");
  const client = createClient({ url: `http://127.0.0.1:${address.port}` });
  const rows = [{ id: "a\n" }, { id: "b" }];
  const ending = await insertRows(client, { table: "t", rows, clickhouse_settings: {} }).then(
    () => "done",
    (cause: unknown) => cause,
  );
  await client.close();
  server.close();
  return { body, ending };
}

it("is done where nothing is said", async () => {
  expect(await inserting("")).toEqual({ body: '{"id":"a\\n"}\n{"id":"b"}\n', ending: "done" });
});

it("throws what is said behind a status of 200", async () => {
  const { ending } = await inserting(TIMEOUT);
  expect(ending).toBeInstanceOf(ClickHouseError);
  expect(ending).toMatchObject({ code: "159" });
});
