import { afterAll, beforeAll, expect, test } from "vitest";
import { fields, parseFilter } from "../src/filter/index.ts";
import { filterFieldsSchema } from "../src/routes/filter-fields.ts";
import { apiUnderTest, type ApiUnderTest } from "./api-under-test.ts";

const URL = "/v3/filter-fields";
let api: ApiUnderTest;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api[Symbol.asyncDispose]());

test("everybody may read which fields a filter may name, and each example is one", async () => {
  const { status, headers, body } = await api.get(URL, null);
  expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=300"]);
  const shown = filterFieldsSchema.strict().parse(body);
  expect(shown).toEqual(body);
  expect(shown.fields.map(({ name }) => name)).toEqual(Object.keys(fields));
  for (const { example } of shown.fields) expect(parseFilter(example)).toMatchObject({ ok: true });
  expect(shown.fields.find(({ name }) => name === "outcome")).toMatchObject({
    kind: "choice",
    operators: ["=", "!="],
    values: ["SUCCESS", "FAILURE", "DENIED"],
  });
});

test("it is not sent again where it has not changed, and takes no parameters", async () => {
  const { etag } = (await api.get(URL, null)).headers;
  expect(await api.get(URL, null, { "if-none-match": String(etag) })).toMatchObject({ status: 304, text: "" });
  expect((await api.get(`${URL}?x=1`, null)).status).toBe(400);
});
