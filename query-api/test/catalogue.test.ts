import { readCatalogue } from "@audit-log/schemas/catalogue-document";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogueSchema } from "../src/routes/catalogue-schema.ts";
import { apiUnderTest, type ApiUnderTest } from "./api-under-test.ts";

const URL = "/v3/catalogue";
let api: ApiUnderTest;
let address: string;

beforeAll(async () => {
  api = await apiUnderTest();
  address = await api.listen();
});
afterAll(() => api[Symbol.asyncDispose]());

const read = async (query = "") => catalogueSchema.strict().parse((await api.get(URL + query, null)).body);

test("the catalogue is there for everybody, whole and as its schema says", async () => {
  const { status, headers, body } = await api.get(URL, null);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": expect.stringContaining("application/json"),
    "cache-control": "public, max-age=300",
  });
  expect(body).toEqual(JSON.parse(JSON.stringify(readCatalogue())));
  // Parsing drops what the schema does not name.
  expect(await read()).toEqual(body);
});

test("a domain, a service, or both", async () => {
  const databases = await read("?domain=databases");
  expect(databases.domains.map(({ name }) => name)).toEqual(["databases"]);
  expect(new Set(databases.events.map(({ service }) => service)).size).toBe(5);

  const redis = await read("?service=redis");
  expect(redis.domains.map(({ name }) => name)).toEqual(["databases"]);
  expect(redis.events.length).toBeGreaterThan(10);
  expect(redis.events.every(({ service }) => service === "redis")).toBe(true);
  expect(await read("?service=redis&domain=databases")).toEqual(redis);
  expect(await read("?service=redis&domain=billing")).toMatchObject({ domains: [], events: [] });
});

test("it need not be sent again while it is the same", async () => {
  const ask = (query: string, tag: string) => fetch(address + URL + query, { headers: { "if-none-match": tag } });
  const etag = String((await api.get(URL, null)).headers["etag"]);
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const answer = await ask("", known);
    expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([304, "", etag]);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=300");
  }
  expect((await ask("", '"other"')).status).toBe(200);
  expect((await ask("?service=redis", etag)).status).toBe(200);
});

test.each([
  ["service=rediss", /^service must be one of .*redis, /],
  ["domain=", /^domain must be one of billing, compute, /],
  ["service=redis&service=ske", /^service must be given once$/],
  ["service=__proto__", /^service must be one of /],
  ["services=redis", /^Unrecognized key: "services"$/],
])("?%s is refused", async (query, message) => {
  const { status, body, headers } = await api.get(`${URL}?${query}`, null);
  expect(body).toMatchObject({ status: 400, path: URL, message: expect.stringMatching(message) });
  expect([status, headers["cache-control"]]).toEqual([400, "no-store"]);
});
