// The published contract, word for word, against real answers and against our own document.
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleRow } from "../src/entries/example-row.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { bareRow, FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema: { type: string; format?: string; minimum?: number; maximum?: number; default?: unknown };
  description?: string;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, unknown>;
}
interface Document {
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, { properties: object; required?: string[] }>;
  };
  paths: Record<string, { get: Operation; parameters?: Parameter[] }>;
}

const published: Document = JSON.parse(
  readFileSync(new URL("../contract/auditlog-v2.openapi.json", import.meta.url), "utf8"),
);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat("ipv4 | ipv6", (text: string) => isIP(text) !== 0);
ajv.addSchema(published, "published");

const faultsOf = (schema: string, body: unknown): unknown => {
  const validate = ajv.compile({ $ref: `published#/components/schemas/${schema}` });
  return validate(body) ? [] : validate.errors;
};

let api: ApiUnderTest;
const scopes = [
  ["organizations", "ORGANIZATION", ORGANIZATION],
  ["folders", "FOLDER", FOLDER],
  ["projects", "PROJECT", PROJECT],
] as const;

beforeAll(async () => {
  api = await apiUnderTest();
  api.emails.tell({ kind: exampleRow.initiator_kind, id: "nobody" }, "not an address");
  const long = "ä".repeat(3000);
  for (const [, scope_type, scope_id] of scopes) {
    const own = { scope_type, scope_id };
    api.store.add(
      { ...exampleRow, ...own },
      { ...bareRow, ...own },
      rowAt(NOW - 4, idOf(4), {
        ...own,
        user_agent: long,
        request_endpoint: long,
        resource_name: long,
        correlation_id: long,
      }),
      rowAt(NOW - 5, idOf(5), { ...own, initiator_id: "nobody", source_ip_address: "unknown" }),
      rowAt(NOW - 6, idOf(6), { ...own, details: "[1]", result: "7", request_body: '{"cut', request_headers: "null" }),
      rowAt(NOW - 7, idOf(7), { ...own, delegation: '[{"id":"a","email":"nobody"}]', truncations: "{broken" }),
    );
  }
});

afterAll(() => api[Symbol.asyncDispose]());

const day = "start-time-range=2026-03-20T12:00:00Z&end-time-range=2026-03-21T12:00:00Z";

describe("answers are as published", () => {
  test.each(scopes)("a page of %s", async (segment, _type, id) => {
    const first = await api.get(`/v2/${segment}/${id}?${day}&limit=4`);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ items: { length: 4 }, limit: 4, cursor: expect.any(String) });
    expect(faultsOf("ListAuditLogEntriesResponse", first.body)).toEqual([]);
    const rest = await api.get(`/v2/${segment}/${id}?${day}&cursor=${String(Object(first.body).cursor)}`);
    expect(rest.body).toMatchObject({ items: { length: 2 }, limit: 50 });
    expect(rest.body).not.toHaveProperty("cursor");
    expect(faultsOf("ListAuditLogEntriesResponse", rest.body)).toEqual([]);
  });

  test("an entry has no field that is not published", async () => {
    const { body } = await api.get(`/v2/projects/${PROJECT}?${day}`);
    const names = Object.keys(published.components.schemas["AuditLogEntryResponse"]?.properties ?? {});
    const items: object[] = Object(body).items;
    expect(names).toEqual(expect.arrayContaining(items.flatMap((item) => Object.keys(item))));
    expect(Object.keys(Object(items.at(-2))).toSorted()).toEqual(names.toSorted()); // the example has them all
  });

  test.each([
    [400, `/v2/projects/${PROJECT}?limit=0`, undefined],
    [401, `/v2/projects/${PROJECT}`, null],
    [404, `/v2/projects/${OTHER_PROJECT}`, undefined],
  ])("the error %i", async (status, url, authorization) => {
    const { status: answered, headers, body } = await api.get(url, authorization);
    expect([answered, headers["content-type"]]).toEqual([status, "application/json; charset=utf-8"]);
    expect(body).toMatchObject({
      message: expect.any(String),
      path: url.split("?")[0],
      status,
      timestamp: new Date(NOW).toISOString(),
    });
    expect(faultsOf("ErrorResponse", body)).toEqual([]);
  });
});

describe("our document keeps the published one's promises", () => {
  const resolve = (parameter: Parameter): Parameter =>
    parameter.$ref === undefined
      ? parameter
      : (published.components.parameters[parameter.$ref.split("/").at(-1) ?? ""] ?? parameter);

  test.each(Object.entries(published.paths))("%s", async (path, item) => {
    const ours: Document = JSON.parse((await api.get("/openapi.json", null)).text);
    const operation = ours.paths[path]?.get;
    expect(operation?.operationId).toBe(item.get.operationId);
    for (const wanted of [...(item.parameters ?? []), ...(item.get.parameters ?? [])].map(resolve)) {
      const found = operation?.parameters?.find(({ name, in: place }) => name === wanted.name && place === wanted.in);
      expect(found, wanted.name).toBeDefined();
      const { type, ...rest } = wanted.schema;
      expect(found?.schema).toMatchObject(rest);
      expect([type, type === "number" ? "integer" : type]).toContain(found?.schema.type);
      expect(found?.description).toContain(wanted.description?.split(". ")[0]?.replace(/\.$/, ""));
      // We ask for no more than they do: times may be left out.
      if (found?.required === true) expect(wanted.required).toBe(true);
    }
    const promised = Object.keys(item.get.responses).filter((status) => status !== "429"); // we do not limit rates yet
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(promised));
  });

  test("entries are described with the published fields, and the required ones are required", async () => {
    const ours: Document = JSON.parse((await api.get("/openapi.json", null)).text);
    for (const name of ["AuditLogEntryResponse", "ListAuditLogEntriesResponse", "ErrorResponse"]) {
      const theirs = published.components.schemas[name];
      expect(Object.keys(ours.components.schemas[name]?.properties ?? {}).toSorted(), name).toEqual(
        Object.keys(theirs?.properties ?? {}).toSorted(),
      );
      expect(ours.components.schemas[name]?.required ?? []).toEqual(expect.arrayContaining(theirs?.required ?? []));
    }
  });
});
