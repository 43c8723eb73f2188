// The document's examples: every operation, parameter and answer has one, each is as its schema says, and what they ask for is answered.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entrySchema, entryPageSchema } from "../src/entries/entry.ts";
import { summarySchema } from "../src/entries/entry-summary.ts";
import { exampleRow } from "../src/entries/example-row.ts";
import { insightsSchema } from "../src/entries/insights.ts";
import { relatedSchema } from "../src/entries/related.ts";
import { problemSchema } from "../src/problem.ts";
import { catalogueSchema } from "../src/routes/catalogue-schema.ts";
import { feedPageSchema } from "../src/routes/feed/feed-route.ts";
import { freshnessSchema } from "../src/routes/feed/freshness.ts";
import { filterFieldsSchema } from "../src/routes/filter-fields.ts";
import { apiUnderTest, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, ORGANIZATION } from "./rows.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly example?: unknown;
}
interface Media {
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> };
}

let api: ApiUnderTest;
let document: OpenApi;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

beforeAll(async () => {
  api = await apiUnderTest();
  api.store.add(
    exampleRow,
    { ...exampleRow, scope_type: "FOLDER", scope_id: FOLDER },
    { ...exampleRow, scope_type: "ORGANIZATION", scope_id: ORGANIZATION },
  );
  document = JSON.parse((await api.get("/openapi.json", null)).text);
  ajv.addSchema(document, "document");
});
afterAll(() => api[Symbol.asyncDispose]());

const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

/** `at`: place of the schema in the document. */
function faultsOf(at: readonly (string | number)[], value: unknown): unknown {
  const validate = ajv.compile({ $ref: `document#${pointer(...at)}` });
  return validate(value) ? [] : validate.errors;
}

const operations = () => Object.entries(document.paths).map(([path, { get }]) => ({ path, get }));

test("every operation has a summary, and every parameter an example as its schema says", () => {
  expect(operations()).not.toEqual([]);
  for (const { path, get } of operations()) {
    expect(get.summary, path).toBeTruthy();
    for (const [index, { name, example }] of (get.parameters ?? []).entries()) {
      expect(example, `${path} ${name}`).toBeDefined();
      expect(faultsOf(["paths", path, "get", "parameters", index, "schema"], example), `${path} ${name}`).toEqual([]);
    }
  }
});

test("every answer has examples as its schema says, in each of its media types", () => {
  const used = new Set<string>();
  for (const { path, get } of operations())
    for (const [status, { content }] of Object.entries(get.responses)) {
      if (status !== "304") expect(content, `${path} ${status}`).toBeDefined();
      for (const [type, { examples = {} }] of Object.entries(content ?? {})) {
        expect(Object.keys(examples), `${path} ${status} ${type}`).not.toEqual([]);
        for (const [name, { $ref }] of Object.entries(examples)) {
          expect($ref).toBe(`#/components/examples/${name}`);
          used.add(name);
          const { value } = document.components.examples[name] ?? expect.unreachable(name);
          const at = ["paths", path, "get", "responses", status, "content", type, "schema"];
          expect(faultsOf(at, value), `${path} ${status} ${type} ${name}`).toEqual([]);
        }
      }
    }
  expect(used).toEqual(new Set(Object.keys(document.components.examples)));
});

test("no example says what its schema does not know: schemas of the document are open", () => {
  const strict = {
    Entry: entrySchema,
    EntryPage: entryPageSchema,
    RelatedEntries: relatedSchema,
    EntrySummary: summarySchema,
    Insights: insightsSchema,
    FeedPage: feedPageSchema,
    Freshness: freshnessSchema,
    Catalogue: catalogueSchema,
    FilterFields: filterFieldsSchema,
    Problem400: problemSchema,
  };
  for (const [name, schema] of Object.entries(strict))
    expect(schema.strict().safeParse(document.components.examples[name]?.value).error, name).toBeUndefined();
});

/** Made for a period, or for the reader who got it: nobody else can ask with them. */
const OF_AN_ANSWER = new Set(["cursor", "after"]);

test("each operation is answered when it is asked as its examples say, one parameter at a time", async () => {
  for (const { path, get } of operations()) {
    const parameters = get.parameters ?? [];
    const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      String(parameters.find((one) => one.in === "path" && one.name === name)?.example),
    );
    const asked = parameters.filter((one) => one.in === "query" && !OF_AN_ANSWER.has(one.name));
    for (const query of [
      "",
      ...asked.map(({ name, example }) => `?${new URLSearchParams({ [name]: String(example) }).toString()}`),
    ])
      expect((await api.get(url + query)).status, url + query).toBe(200);
  }
});

test("an example of what only an answer gives is in today's form", async () => {
  const example = (operationId: string, name: string): string => {
    const found = operations().find(({ get }) => get.operationId === operationId)?.get.parameters;
    return String(found?.find((one) => one.name === name)?.example);
  };
  api.store.add({ ...exampleRow, event_id: "019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f81" });
  const scope = `/v3/projects/${exampleRow.scope_id}`;
  const page = Object((await api.get(`${scope}/entries?limit=1`)).body);
  expect(example("ListProjectEntries", "cursor")).toHaveLength(page.cursor.length);
  const feed = Object((await api.get(`${scope}/entries/feed`)).body);
  expect(example("FeedProjectEntries", "cursor")).toHaveLength(feed.cursor.length);
  const after = new URLSearchParams({
    after: example("ExportProjectEntries", "after"),
    start: "2026-03-20T12:00:00Z",
    end: "2026-03-21T12:00:00Z",
  });
  expect((await api.get(`${scope}/entries/export?${after.toString()}`)).status).toBe(200);
});
