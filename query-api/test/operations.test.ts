import { expect, test } from "vitest";
import { apiUnderTest, NOW } from "./api-under-test.ts";
import { createIssuer } from "./issuer.ts";
import { idOf, PROJECT, rowAt } from "./rows.ts";

test("alive and ready", async () => {
  await using api = await apiUnderTest();
  expect(await api.get("/livez", null)).toMatchObject({ status: 200, body: { status: "alive" } });
  expect(await api.get("/readyz", null)).toMatchObject({ status: 200, body: { status: "ready" } });
});

const away = () => Promise.reject(new Error("secret internals"));

test.each(["store", "keys"])("not ready without the %s, but alive", async (missing) => {
  await using api = await apiUnderTest(
    missing === "store" ? { store: { entries: away, ping: away } } : { keySet: { keyFor: away, load: away } },
  );
  const answer = await api.get("/readyz", null);
  expect(answer).toMatchObject({
    status: 503,
    headers: { "retry-after": "2" },
    body: { message: "not ready", status: 503 },
  });
  expect(api.log()).toContain('"event":"not ready"');
  expect((await api.get("/livez", null)).status).toBe(200);
});

test("keys that are old because the issuer is away are said, and are no reason not to be ready", async () => {
  const issuer = await createIssuer(() => NOW);
  const keySet = { ...issuer.keySet, load: async () => ({ overdueSeconds: 120 }) };
  await using api = await apiUnderTest({ keySet });
  expect(await api.get("/readyz", null)).toMatchObject({
    status: 200,
    body: { status: "ready", warnings: [expect.stringContaining("120 seconds")] },
  });
  expect((await api.get("/metrics", null)).text).toContain("audit_query_issuer_keys_overdue_seconds 120");
});

test("metrics count what was asked and shown, per route and not per path", async () => {
  await using api = await apiUnderTest();
  api.store.add(rowAt(NOW - 1, idOf(1)), rowAt(NOW - 2, idOf(2)));
  await api.get(`/v3/projects/${PROJECT}/entries`);
  await api.get(`/v3/projects/${PROJECT}/entries`, null);
  await api.get("/nowhere");
  const { text } = await api.get("/metrics", null);
  expect(text).toContain('audit_query_entries_returned_total{version="v3"} 2');
  expect(text).toContain('audit_query_auth_refusals_total{reason="missing"} 1');
  expect(text).toContain('audit_query_request_seconds_count{route="/v3/projects/:projectId/entries",status="200"} 1');
  expect(text).toContain('audit_query_request_seconds_count{route="none",status="404"} 1');
  expect(text).toContain('audit_query_store_seconds_count{outcome="ok"} 1');
  expect(text).toContain('audit_query_emails_seconds_count{outcome="ok"} 1');
  expect(text).not.toContain(PROJECT);
});

test("every answer has a request id and security headers; entries are not to be kept", async () => {
  await using api = await apiUnderTest();
  for (const url of [`/v2/projects/${PROJECT}`, "/nowhere", "/livez"]) {
    const { headers } = await api.get(url);
    expect(headers).toMatchObject({
      "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none';frame-ancestors 'none'",
    });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  }
});
