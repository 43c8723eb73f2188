// What the registry's answers mean: the difference between "no such schema" and "no such page" decides whether events are dead-lettered.
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RegistryAway } from "./registry-http.ts";
import { UnknownSchema, UnusableSchema, fetchType } from "./registry-lookup.ts";

const answers: Record<string, [status: number, body: string]> = {
  "/schemas/ids/1": [200, JSON.stringify({ schema: '{"type":"record","name":"E","fields":[]}' })],
  "/schemas/ids/2": [404, JSON.stringify({ error_code: 40403, message: "no content" })],
  "/schemas/ids/3": [404, "<html>not found</html>"],
  "/schemas/ids/4": [200, JSON.stringify({ schema: "{}", schemaType: "JSON" })],
  "/schemas/ids/5": [200, JSON.stringify({ schema: '{"type":"record","name":"a-b","fields":[]}' })],
  "/schemas/ids/6": [503, JSON.stringify({ error_code: 50002 })],
  "/schemas/ids/7": [404, JSON.stringify({ error_code: 404 })],
};
const server = createServer((request, response) => {
  const [status, body] = answers[request.url ?? ""] ?? [500, ""];
  response.writeHead(status).end(body);
});
let url = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
});
afterAll(() => void server.close());

test("a schema is compiled", async () => {
  expect((await fetchType({ url }, 1)).name).toBe("E");
});

test.each([
  [2, UnknownSchema, "says that it has none"],
  [3, RegistryAway, "is not where it should be"],
  [4, UnusableSchema, "has something else under that id"],
  [5, UnusableSchema, "has something that is no Avro"],
  [6, RegistryAway, "is not well"],
  [7, RegistryAway, "answers another 404"],
])("id %i: %o, the registry %s", async (id, kind, _what) => {
  await expect(fetchType({ url }, id)).rejects.toBeInstanceOf(kind);
});

test("nobody answers", async () => {
  await expect(fetchType({ url: "http://127.0.0.1:1" }, 1)).rejects.toBeInstanceOf(RegistryAway);
});
