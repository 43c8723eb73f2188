// Whatever a caller gets wrong is answered clearly, in the published shape, and never with a fault of ours.
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

let api: ApiUnderTest;
let cursor: string;

const v2 = `/v2/projects/${PROJECT}`;
const v3 = `/v3/projects/${PROJECT}/entries`;

const cursorOf = async (url: string): Promise<string> => String(Object((await api.get(url)).body).cursor);

beforeAll(async () => {
  api = await apiUnderTest();
  api.store.add(...[1, 2, 3].map((age) => rowAt(NOW - age, idOf(age))));
  cursor = await cursorOf(`${v2}?limit=1`);
});

afterAll(() => api[Symbol.asyncDispose]());

const LIMIT = "limit must be a whole number of at least 1";
const time = (name: string): string => `${name} must be an ISO 8601 time with a zone, such as 2026-03-21T08:10:14.422Z`;

test.each([
  ...["-1", "0", "1.5", "abc", "1e3", "", "%20", "0x10", "NaN", "Infinity", "1%00"].map((value) => [
    `limit=${value}`,
    LIMIT,
  ]),
  ["limit=1&limit=2", LIMIT],
  ...[
    "yesterday",
    "2026-03-21",
    "2026-03-21T08:00:00",
    "2026-02-30T00:00:00Z",
    "1774000000",
    "",
    "2026-03-21T08:00:00+01:00",
  ].map((value) => [`start-time-range=${value}`, time("start-time-range")]),
  ["end-time-range=9999-12-31T23:59:59Z", time("end-time-range")],
  ["end-time-range=0001-01-01T00:00:00Z", time("end-time-range")],
  ["end-time-range=2026-03-21T08:00:00Z&end-time-range=2026-03-21T09:00:00Z", time("end-time-range")],
  [
    "start-time-range=2026-03-21T08:00:00Z&end-time-range=2026-03-21T07:00:00Z",
    "start-time-range must not be after end-time-range",
  ],
  [
    "start-time-range=2026-03-20T08:00:00Z&end-time-range=2026-03-21T09:00:00Z",
    "the period from start-time-range to end-time-range must not be longer than 24 hours",
  ],
  [
    "start-time-range=2025-12-20T08:00:00Z&end-time-range=2025-12-20T09:00:00Z",
    "start-time-range must be within the last 90 days",
  ],
  ["cursor=", "cursor is not valid"],
  ["cursor=nonsense", "cursor is not valid"],
  ["cursor=a&cursor=b", "cursor must be given once"],
  [`limit=0&start-time-range=x`, `${time("start-time-range")}; ${LIMIT}`],
])("v2 ?%s", async (query, message) => {
  const { status, body } = await api.get(`${v2}?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ message, path: v2, status: 400, timestamp: new Date(NOW).toISOString() });
});

test.each([
  ["start=2026-03-21T08:00:00Z&end=2026-03-21T07:00:00Z", "start must not be after end"],
  ["start=2025-12-20T08:00:00Z", "the period from start to end must not be longer than 90 days"],
  ["start=2025-12-20T08:00:00Z&end=2025-12-21T08:00:00Z", "start must be within the last 90 days"],
  ["start=x", time("start")],
  ["limit=0", LIMIT],
  ["start-time-range=2026-03-21T08:00:00Z", 'Unrecognized key: "start-time-range"'],
])("v3 ?%s", async (query, message) => {
  const { status, body } = await api.get(`${v3}?${query}`);
  expect([status, Object(body).message]).toEqual([400, message]);
});

test.each(["abc", "8e2b7a55", `${PROJECT}0`, "..%2f..%2fetc", "%27%20OR%201=1"])("the id %s is no UUID", async (id) => {
  const { status, body } = await api.get(`/v2/projects/${id}`);
  expect([status, Object(body).message]).toEqual([400, "the project id in the path must be a UUID"]);
});

test.each(["/v2/projects/%zz", "/v2/projects/%ff"])("a path that cannot be decoded: %s", async (path) => {
  expect(await api.get(path)).toMatchObject({ status: 400, body: { path, status: 400 } });
});

test.each(["/nowhere", "/v2/projects", "/v1/entries", "/portal/", "/"])("there is nothing at %s", async (path) => {
  expect(await api.get(path)).toMatchObject({
    status: 404,
    body: { message: `${path} not found.`, path, status: 404 },
  });
});

test("an id that is far too long is refused before it is looked at", async () => {
  expect(await api.get(`/v2/projects/${"a".repeat(500)}`)).toMatchObject({ status: 414, body: { status: 414 } });
});

test("a cursor with one character bent is not valid, wherever", async () => {
  for (let index = 0; index < cursor.length; index += 1) {
    const bent = cursor.slice(0, index) + (cursor[index] === "A" ? "B" : "A") + cursor.slice(index + 1);
    const { status, body } = await api.get(`${v2}?cursor=${bent}`);
    expect([status, Object(body).message], `bent at ${index}`).toEqual([400, "cursor is not valid"]);
  }
});

test("a cursor is valid only where and for whom it was made", async () => {
  const stranger = `Bearer ${await api.issuer.token({ sub: "user-2", roles: READER_ROLES })}`;
  const elsewhere = [
    await api.get(`/v2/folders/${FOLDER}?cursor=${cursor}`),
    await api.get(`${v3}?cursor=${cursor}`),
    await api.get(`${v2}?cursor=${await cursorOf(`${v3}?limit=1`)}`),
    await api.get(`${v2}?cursor=${cursor}`, stranger),
  ];
  for (const { status, body } of elsewhere)
    expect([status, Object(body).message]).toEqual([400, "cursor is not valid"]);
});

test("times beside a cursor may repeat its period and not contradict it", async () => {
  const period = "start-time-range=2026-03-21T06:00:00Z&end-time-range=2026-03-21T12:00:00Z";
  const own = await cursorOf(`${v2}?${period}&limit=1`);
  expect(await api.get(`${v2}?${period}&limit=2&cursor=${own}`)).toMatchObject({ status: 200, body: { limit: 2 } });
  for (const other of ["start-time-range=2026-03-21T07:00:00Z", "end-time-range=2026-03-21T11:00:00Z"]) {
    const { status, body } = await api.get(`${v2}?${other}&cursor=${own}`);
    expect([status, Object(body).message]).toEqual([
      400,
      "cursor belongs to another period: leave start-time-range and end-time-range as they were",
    ]);
  }
});

test("a limit above the maximum is answered with the maximum", async () => {
  expect((await api.get(`${v2}?limit=101`)).body).toMatchObject({ limit: 100 });
  expect((await api.get(`${v2}?limit=${"9".repeat(400)}`)).body).toMatchObject({ limit: 100 });
  expect((await api.get(`${v3}?limit=5000`)).body).toMatchObject({ limit: 1000 });
  expect((await api.get(v2)).body).toMatchObject({ limit: 50 });
});

test("parameters that v2 does not know are let pass, as ever", async () => {
  expect((await api.get(`${v2}?nonsense=1`)).status).toBe(200);
});

test("another customer is not told whether a scope exists", async () => {
  const other = `Bearer ${await api.issuer.token({ roles: [{ scopeType: "project", scopeId: OTHER_PROJECT, role: "owner" }] })}`;
  for (const url of [v2, v3, `/v2/projects/${idOf(1)}`]) {
    const id = url.split("/")[3] ?? "";
    expect(await api.get(url, other)).toMatchObject({ status: 404, body: { message: `${id} not found.` } });
  }
});
