// Errors as problem details (RFC 9457): what kind, what exactly, which occurrence, and where it is explained.
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemKinds, PROBLEMS_PAGE, typeOf, type ProblemKind } from "../src/problem-kinds.ts";
import { Problem, problemBody, problemSchema } from "../src/problem.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { idOf, OTHER_PROJECT, PROJECT } from "./rows.ts";

let api: ApiUnderTest;
beforeAll(async () => void (api = await apiUnderTest()));
afterAll(() => api[Symbol.asyncDispose]());

const v2 = `/v2/projects/${PROJECT}`;
const v3 = `/v3/projects/${PROJECT}`;

test("an error carries the members of a problem and the published fields", async () => {
  const { status, headers, body } = await api.get(`${v3}/entries?filter=outcome%3DMAYBE`, undefined, {
    "x-request-id": "asked-for-1",
  });
  const message = expect.stringMatching(/^filter, column 9: /);
  expect([status, headers["content-type"]]).toEqual([400, expect.stringMatching(/^application\/problem\+json(;|$)/)]);
  expect(body).toEqual({
    type: "/docs/problems#invalid-filter",
    title: "The filter is not valid",
    detail: message,
    instance: `${v3}/entries#asked-for-1`,
    errors: [{ detail: message, parameter: "filter", column: 9 }],
    message,
    path: `${v3}/entries`,
    status: 400,
    timestamp: new Date(NOW).toISOString(),
  });
});

const asked: [kind: ProblemKind, url: string, authorization?: string | null][] = [
  ["invalid-parameter", `${v3}/entries?limit=0`],
  ["invalid-parameter", `${v3}/entries?limit=0&filter=%29`],
  ["invalid-parameter", `${v3}/entries/summary?interval=1m&start=2026-02-01T00:00:00Z`],
  ["invalid-filter", `${v3}/entries?filter=%29`],
  ["invalid-period", `${v3}/entries?start=2025-12-20T08:00:00Z&end=2025-12-21T08:00:00Z`],
  ["invalid-period", `${v2}?start-time-range=2026-03-01T08:00:00Z`],
  ["invalid-cursor", `${v2}?cursor=bent`],
  ["invalid-cursor", `${v3}/entries?cursor=bent`],
  ["invalid-cursor", `${v3}/entries/feed?cursor=bent`],
  ["invalid-cursor", `${v3}/entries/export?cursor=bent`],
  ["not-authenticated", `${v3}/entries`, null],
  ["unknown-scope", `/v3/projects/${OTHER_PROJECT}/entries`],
  ["unknown-entry", `${v3}/entries/${idOf(99)}`],
];

test.each(asked)("%s: %s", async (kind, url, authorization) => {
  const { status, headers, body } = await api.get(url, authorization);
  expect(problemSchema.strict().parse(body)).toMatchObject({
    type: typeOf(kind),
    title: problemKinds[kind].title,
    status: problemKinds[kind].status,
    instance: `${url.split("?")[0]}#${String(headers["x-request-id"])}`,
  });
  expect(status).toBe(problemKinds[kind].status);
  const { detail, message } = Object(body);
  expect(detail).toBe(message);
});

test("errors name each parameter that is wrong, also one that is not known", async () => {
  const errors = async (query: string) => Object((await api.get(`${v3}/entries?${query}`)).body).errors;
  expect(await errors("limit=0&order=x&filter=a")).toMatchObject([{ parameter: "limit" }, { parameter: "order" }]);
  expect(await errors("start-time-range=2026-03-21T08:00:00Z")).toMatchObject([{ parameter: "start-time-range" }]);
});

test("what has no kind of its own is about:blank, with the status's own title", async () => {
  expect(await api.get("/nowhere")).toMatchObject({
    status: 404,
    headers: { "content-type": expect.stringMatching(/^application\/problem\+json(;|$)/) },
    body: { type: "about:blank", title: "Not Found", detail: "/nowhere not found.", path: "/nowhere" },
  });
});

test.each([
  ["//elsewhere.example/a", "#request-1"],
  ["http://elsewhere.example/a", "#request-1"],
  ['/v3/"<a>', "#request-1"],
  ["/v3/%zz", "#request-1"],
  ["/v3/a%20b", "/v3/a%20b#request-1"],
])("instance is a reference to this service, whatever the path: %s", (path, instance) => {
  expect(problemBody({ status: 404, message: "" }, { path, requestId: "request-1", at: NOW }).instance).toBe(instance);
});

test("each kind answers with its status, and is explained where its type says", async () => {
  const { text } = await api.get(PROBLEMS_PAGE, null);
  for (const kind of Object.keys(problemKinds) as ProblemKind[]) {
    expect(new Problem(kind, "").status).toBe(problemKinds[kind].status);
    const [page, name] = typeOf(kind).split("#");
    expect([page, name]).toEqual([PROBLEMS_PAGE, kind]);
    expect(text).toContain(`id="${kind}"`);
    expect(text).toContain(problemKinds[kind].title);
  }
});
