import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { apiUnderTest } from "./api-under-test.ts";

test("the document is valid OpenAPI 3.1", async () => {
  await using api = await apiUnderTest();
  const { body, headers } = await api.get("/openapi.json", null);
  const document = Object(body);
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(headers["content-type"]).toContain("application/json");
});

test("it lists what is for callers, and says who may call", async () => {
  await using api = await apiUnderTest();
  const document = Object((await api.get("/openapi.json", null)).body);
  const { paths } = document;
  expect(Object.keys(paths)).toEqual([
    "/v2/organizations/{organizationId}",
    "/v2/folders/{folderId}",
    "/v2/projects/{projectId}",
    "/v3/organizations/{organizationId}/entries",
    "/v3/folders/{folderId}/entries",
    "/v3/projects/{projectId}/entries",
    "/v3/organizations/{organizationId}/entries/{entryId}",
    "/v3/folders/{folderId}/entries/{entryId}",
    "/v3/projects/{projectId}/entries/{entryId}",
    "/v3/organizations/{organizationId}/entries/{entryId}/related",
    "/v3/folders/{folderId}/entries/{entryId}/related",
    "/v3/projects/{projectId}/entries/{entryId}/related",
    "/v3/organizations/{organizationId}/entries/summary",
    "/v3/folders/{folderId}/entries/summary",
    "/v3/projects/{projectId}/entries/summary",
    "/v3/organizations/{organizationId}/insights",
    "/v3/folders/{folderId}/insights",
    "/v3/projects/{projectId}/insights",
    "/v3/organizations/{organizationId}/entries/feed",
    "/v3/folders/{folderId}/entries/feed",
    "/v3/projects/{projectId}/entries/feed",
    "/v3/organizations/{organizationId}/freshness",
    "/v3/folders/{folderId}/freshness",
    "/v3/projects/{projectId}/freshness",
    "/v3/organizations/{organizationId}/entries/tail",
    "/v3/folders/{folderId}/entries/tail",
    "/v3/projects/{projectId}/entries/tail",
    "/v3/organizations/{organizationId}/entries/export",
    "/v3/folders/{folderId}/entries/export",
    "/v3/projects/{projectId}/entries/export",
    "/v3/catalogue",
    "/v3/filter-fields",
  ]);
  expect(paths["/v3/projects/{projectId}/entries"].get.security).toEqual([{ bearer: [] }]);
  expect(Object.keys(paths["/v3/projects/{projectId}/entries"].get.responses)).toEqual([
    "200",
    "400",
    "401",
    "403",
    "404",
    "429",
    "503",
  ]);
  expect(paths["/v3/catalogue"].get.security).toBeUndefined();
  const told = new Set(document.tags.map(({ name }: { name: string }) => name));
  expect(new Set(Object.values<{ get: { tags: string[] } }>(paths).flatMap(({ get }) => get.tags))).toEqual(told);
});
