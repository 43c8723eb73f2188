import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { entrySchema } from "../src/entries/entry.ts";
import { apiUnderTest } from "./api-under-test.ts";

test("the document is valid OpenAPI 3.1, and its examples are as it says", async () => {
  await using api = await apiUnderTest();
  const { body, headers } = await api.get("/openapi.json", null);
  const document = Object(body);
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(headers["content-type"]).toContain("application/json");
  const [page] = document.components.schemas.EntryPage.examples;
  expect(entrySchema.strict().safeParse(page.items[0]).error).toBeUndefined();
});

test("it lists what is for callers, and says who may call", async () => {
  await using api = await apiUnderTest();
  const { paths } = Object((await api.get("/openapi.json", null)).body);
  expect(Object.keys(paths)).toEqual([
    "/v2/organizations/{organizationId}",
    "/v2/folders/{folderId}",
    "/v2/projects/{projectId}",
    "/v3/organizations/{organizationId}/entries",
    "/v3/folders/{folderId}/entries",
    "/v3/projects/{projectId}/entries",
    "/v3/organizations/{organizationId}/entries/export",
    "/v3/folders/{folderId}/entries/export",
    "/v3/projects/{projectId}/entries/export",
    "/v3/catalogue",
  ]);
  expect(paths["/v3/projects/{projectId}/entries"].get.security).toEqual([{ bearer: [] }]);
  expect(Object.keys(paths["/v3/projects/{projectId}/entries"].get.responses)).toEqual([
    "200",
    "400",
    "401",
    "403",
    "404",
    "503",
  ]);
  expect(paths["/v3/catalogue"].get.security).toBeUndefined();
});
