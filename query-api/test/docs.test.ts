import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DOCS_POLICY } from "../src/routes/docs/docs.ts";
import { apiUnderTest } from "./api-under-test.ts";

const pages = [
  ["/docs", "text/html"],
  ["/docs/problems", "text/html"],
  ["/docs/docs.js", "javascript"],
  ["/docs/docs.css", "text/css"],
  ["/docs/icon.svg", "image/svg+xml"],
  ["/docs/swagger-ui-bundle.js", "javascript"],
  ["/docs/swagger-ui.css", "text/css"],
] as const;

test("everybody may read the documentation, which runs nothing inline and nothing of others", async () => {
  await using api = await apiUnderTest();
  for (const [url, type] of pages)
    expect(await api.get(url, null), url).toMatchObject({
      status: 200,
      headers: {
        "content-type": expect.stringContaining(type),
        "content-security-policy": DOCS_POLICY,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "cache-control": "public, max-age=0",
      },
    });
  const { etag } = (await api.get("/docs/swagger-ui-bundle.js", null)).headers;
  expect((await api.get("/docs/swagger-ui-bundle.js", null, { "if-none-match": String(etag) })).status).toBe(304);
  expect(DOCS_POLICY).not.toContain("unsafe");
  expect((await api.get("/docs", null)).text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=|https?:/);
  expect(await api.get("/docs/", null)).toMatchObject({ status: 302, headers: { location: "/docs" } });
});

test("no other path is let more by it, and no other file is sent", async () => {
  await using api = await apiUnderTest();
  for (const url of ["/openapi.json", "/v3/catalogue", "/livez"])
    expect((await api.get(url, null)).headers).toMatchObject({
      "content-security-policy": "default-src 'none';frame-ancestors 'none'",
    });
  for (const url of [
    "/docs/docs.ts",
    "/docs/README.md",
    "/docs/index.html",
    "/docs/..%2fdocument.ts",
    "/docs/static/logo.svg",
  ])
    expect(await api.get(url, null), url).toMatchObject({
      status: 404,
      headers: { "content-security-policy": "default-src 'none';frame-ancestors 'none'" },
      body: { status: 404 },
    });
});

test("it stands beside the portal", async () => {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  try {
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Audit Log</title>");
    await using api = await apiUnderTest({}, folder);
    for (const url of ["/portal/", "/docs", "/docs/problems", "/docs/docs.js"])
      expect((await api.get(url, null)).status, url).toBe(200);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
