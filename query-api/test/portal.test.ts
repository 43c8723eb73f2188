import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiUnderTest } from "./api-under-test.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Audit Log</title>");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the portal is served from its folder, with nothing inline", async () => {
  await using api = await apiUnderTest({}, folder);
  expect(await api.get("/portal/", null)).toMatchObject({
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": expect.stringMatching(/^default-src 'self'; (?!.*unsafe)/),
    },
    text: expect.stringContaining("Audit Log"),
  });
  expect(await api.get("/", null)).toMatchObject({ status: 302, headers: { location: "/portal/" } });
  expect(await api.get("/portal", null)).toMatchObject({ status: 302, headers: { location: "/portal/" } });
});

test.each(["/portal/missing.js", "/portal/..%2f..%2fpackage.json", "/portal/%2e%2e/%2e%2e/package.json"])(
  "nothing else is: %s",
  async (path) => {
    await using api = await apiUnderTest({}, folder);
    const answer = await api.get(path, null);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).toMatchObject({ status: answer.status });
  },
);
