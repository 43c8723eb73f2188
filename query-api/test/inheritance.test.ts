// Roles from above and the operator's, through the API: what a person sees of a project on which they have no role of their own.
import { afterEach, expect, test } from "vitest";
import { StoreUnavailable } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

let api: ApiUnderTest | undefined;
afterEach(() => api?.[Symbol.asyncDispose]());

const OUTER = "66666666-3c1f-4d57-9a39-2f0d1f6c7a66";
const lists = [`/v2/projects/${PROJECT}`, `/v3/projects/${PROJECT}/entries`];
const operator = [{ scopeType: "platform", role: "audit-log.operator" }];

async function withEntries(): Promise<ApiUnderTest> {
  api = await apiUnderTest();
  api.hierarchy.place(
    { type: "PROJECT", id: PROJECT },
    { type: "FOLDER", id: FOLDER },
    { type: "FOLDER", id: OUTER },
    { type: "ORGANIZATION", id: ORGANIZATION },
  );
  api.store.add(rowAt(NOW - 1, idOf(1)), rowAt(NOW - 2, idOf(2), { visibility: "PRIVATE" }), rowAt(NOW - 3, idOf(3)));
  return api;
}

const read = async (opened: ApiUnderTest, url: string, roles: object[]) => {
  const { status, body } = await opened.get(url, `Bearer ${await opened.issuer.token({ roles })}`);
  const { items, cursor }: { items?: { id: string }[]; cursor?: string } = Object(body);
  return { status, ids: items?.map(({ id }) => id), cursor };
};

test.each([
  ["organization", ORGANIZATION],
  ["folder", OUTER],
  ["folder", FOLDER],
])("a role on the %s %s holds on the project", async (scopeType, scopeId) => {
  const opened = await withEntries();
  for (const url of lists)
    expect(await read(opened, url, [{ scopeType, scopeId, role: "reader" }])).toMatchObject({
      status: 200,
      ids: [idOf(1), idOf(3)],
    });
  expect(await read(opened, lists[0] ?? "", [{ scopeType, scopeId, role: "dns.admin" }])).toMatchObject({
    status: 403,
  });
});

test("the operator reads every scope, also one that the hierarchy does not know, and what is private", async () => {
  const opened = await withEntries();
  for (const url of lists)
    expect(await read(opened, url, operator)).toMatchObject({ status: 200, ids: [idOf(1), idOf(2), idOf(3)] });
  expect(await read(opened, `/v2/projects/${OTHER_PROJECT}`, operator)).toMatchObject({ status: 200, ids: [] });
});

test("a cursor of the operator's shows nothing private once the role is gone", async () => {
  const opened = await withEntries();
  const { cursor } = await read(opened, `${lists[0]}?limit=1`, operator);
  const rest = `${lists[0]}?cursor=${cursor}`;
  expect(await read(opened, rest, operator)).toMatchObject({ ids: [idOf(2), idOf(3)] });
  const reader = [{ scopeType: "project", scopeId: PROJECT, role: "reader" }];
  expect(await read(opened, rest, reader)).toMatchObject({ ids: [idOf(3)] });
  expect(await read(opened, rest, [])).toMatchObject({ status: 404 });
});

test("a hierarchy that is away is answered with when to come back, to all who need it", async () => {
  api = await apiUnderTest({ hierarchy: { above: () => Promise.reject(new StoreUnavailable("secret internals")) } });
  for (const roles of [[{ scopeType: "organization", scopeId: ORGANIZATION, role: "owner" }], []])
    expect(await read(api, lists[0] ?? "", roles)).toMatchObject({ status: 503 });
  for (const roles of [[{ scopeType: "project", scopeId: PROJECT, role: "owner" }], operator])
    expect(await read(api, lists[0] ?? "", roles)).toMatchObject({ status: 200 });
});
