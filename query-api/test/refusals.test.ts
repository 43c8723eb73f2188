// Who is turned away, and with which words: 401, 403, 503 and 500.
import { afterEach, expect, test } from "vitest";
import { AuthorizerUnavailable } from "../src/auth/authorize.ts";
import { KeySetUnavailable } from "../src/auth/key-set.ts";
import { StoreUnavailable, type EntryStore } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { PROJECT, idOf, rowAt } from "./rows.ts";

const v2 = `/v2/projects/${PROJECT}`;
let api: ApiUnderTest | undefined;

afterEach(() => api?.[Symbol.asyncDispose]());

const failing = (fault: Error): EntryStore => ({
  entries: () => Promise.reject(fault),
  ping: () => Promise.reject(fault),
});

test("a request without a token is told what is missing", async () => {
  api = await apiUnderTest();
  expect(await api.get(`${v2}?limit=nonsense`, null)).toMatchObject({
    status: 401,
    headers: { "www-authenticate": 'Bearer realm="audit-log"', "cache-control": "no-store" },
    body: { message: "The request could not be authorized: a bearer token is required", path: v2, status: 401 },
  });
});

test("a token that ran out is told so, and is not in the log", async () => {
  api = await apiUnderTest();
  const token = await api.issuer.token({ exp: NOW / 1000 - 60, roles: READER_ROLES });
  expect(await api.get(`${v2}?limit=7`, `Bearer ${token}`)).toMatchObject({
    status: 401,
    headers: {
      "www-authenticate":
        'Bearer realm="audit-log", error="invalid_token", error_description="the bearer token has expired"',
    },
    body: { message: "The request could not be authorized: the bearer token has expired" },
  });
  expect(api.log()).toContain('"reason":"expired"');
  expect(api.log()).not.toContain(token);
  expect(api.log()).not.toContain("limit=7");
});

test("a role without the permission is forbidden", async () => {
  api = await apiUnderTest();
  const token = await api.issuer.token({ roles: [{ scopeType: "project", scopeId: PROJECT, role: "dns.admin" }] });
  expect(await api.get(v2, `Bearer ${token}`)).toMatchObject({
    status: 403,
    body: {
      type: "/docs/problems#permission-missing",
      message: `permission audit-log.entry.get is missing on ${PROJECT}`,
      status: 403,
    },
  });
});

test("an issuer that is away is not the caller's fault", async () => {
  const fault = new KeySetUnavailable("secret internals");
  api = await apiUnderTest({ keySet: { keyFor: () => Promise.reject(fault), load: () => Promise.reject(fault) } });
  const answer = await api.get(v2);
  expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "2" }, body: { status: 503, path: v2 } });
  expect(answer.text).not.toContain("internals");
  expect(api.log()).toContain("dependency unavailable");
});

test("a store that is away is answered with when to come back", async () => {
  api = await apiUnderTest({ store: failing(new StoreUnavailable("secret internals")) });
  const answer = await api.get(v2);
  expect(answer).toMatchObject({
    status: 503,
    headers: { "retry-after": "2" },
    body: { type: "/docs/problems#unavailable", status: 503, path: v2 },
  });
  expect(answer.text).not.toContain("internals");
});

test("e-mails that cannot be read are a fault of the page, which is not shown without them", async () => {
  const emails = { latest: () => Promise.reject(new StoreUnavailable("secret internals")) };
  api = await apiUnderTest({ emails });
  api.store.add(rowAt(NOW - 1, idOf(1)));
  for (const url of [v2, `/v3/projects/${PROJECT}/entries`]) {
    const answer = await api.get(url);
    expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "2" }, body: { status: 503, path: url } });
    expect(answer.text).not.toContain("internals");
  }
});

test("an authorizer that cannot tell grants nothing, and is not the caller's fault", async () => {
  api = await apiUnderTest({
    authorizer: { isFree: false, access: () => Promise.reject(new AuthorizerUnavailable("secret internals")) },
  });
  api.store.add(rowAt(NOW - 1, idOf(1)));
  const answer = await api.get(v2);
  expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "2" }, body: { status: 503, path: v2 } });
  expect(answer.text).not.toMatch(/internals|items/);
});

test("a fault that nobody foresaw is logged and not shown", async () => {
  api = await apiUnderTest({ store: failing(new Error("Code: 47. secret internals")) });
  const answer = await api.get(v2);
  expect(answer).toMatchObject({
    status: 500,
    body: { type: "about:blank", title: "Internal Server Error", message: "internal error", status: 500, path: v2 },
  });
  expect(answer.text).not.toContain("internals");
  expect(api.log()).toContain("secret internals");
});
