// Downloads, driven from outside: what is in them, and where they go on.
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { apiUnderTest, NOW, type ApiUnderTest } from "./api-under-test.ts";
import { download, lines, sha256 } from "./download.ts";
import { FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

const url = `/v3/projects/${PROJECT}/entries/export`;
const list = `/v3/projects/${PROJECT}/entries`;
let api: ApiUnderTest;

afterEach(() => api[Symbol.asyncDispose]());

const fill = (count: number) => {
  for (let number = 1; number <= count; number += 1) api.store.add(rowAt(NOW - number * 1000, idOf(number)));
};
test("NDJSON is the list, byte by byte, oldest first, and the manifest after it", async () => {
  api = await apiUnderTest();
  fill(3);
  const listed = JSON.stringify(Object((await api.get(`${list}?order=oldest-first`)).body).items);
  const { body, trailers, answer, fault } = await download(api, url);
  const found = lines(String(body));
  const manifest = found.pop() ?? "";
  expect(`[${found.join(",")}]`).toBe(listed);
  const file = `${found.join("\n")}\n`;
  const said = { rows: 3, bytes: Buffer.byteLength(file), sha256: sha256(file), complete: true };
  expect(JSON.parse(manifest)).toEqual({ manifest: said });
  expect(JSON.parse(trailers["x-audit-manifest"] ?? "")).toEqual(said);
  expect(fault).toBeUndefined();
  expect(answer.headers).toMatchObject({
    "content-type": "application/x-ndjson",
    "content-disposition": `attachment; filename="audit-log_project_${PROJECT}_20260320T120000Z_20260321T120000Z.ndjson"`,
    "cache-control": "no-store",
    trailer: "x-audit-manifest",
  });
});

test.each([
  ["ndjson", 1],
  ["csv", 1],
  ["ocsf", 1],
])("an empty selection as %s is whole", async (format, count) => {
  api = await apiUnderTest();
  const { body, trailers, fault } = await download(api, `${url}?format=${format}`);
  expect(fault).toBeUndefined();
  expect(lines(String(body))).toHaveLength(count);
  expect(JSON.parse(trailers["x-audit-manifest"] ?? "")).toMatchObject({ rows: 0, complete: true });
});

test.each([
  ["gzip", gunzipSync, "application/gzip", ".ndjson.gz"],
  ["zstd", zstdDecompressSync, "application/zstd", ".ndjson.zst"],
])("packed with %s it is the same file", async (compression, unpack, type, suffix) => {
  api = await apiUnderTest();
  fill(5);
  const { body, trailers, answer } = await download(api, `${url}?compression=${compression}`);
  const text = String(unpack(body));
  expect(lines(text)).toHaveLength(6);
  const { sha256: said } = JSON.parse(trailers["x-audit-manifest"] ?? "");
  expect(said).toBe(sha256(text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)));
  expect(answer.headers["content-type"]).toBe(type);
  expect(answer.headers["content-disposition"]).toContain(`${suffix}"`);
});

test("filter, order and period are those of the list", async () => {
  api = await apiUnderTest();
  fill(4);
  api.store.add(
    rowAt(NOW - 2500, idOf(9), { outcome: "DENIED" }),
    rowAt(NOW - 90_000_000, idOf(10), { outcome: "DENIED" }),
  );
  const { text } = await api.get(`${url}?filter=outcome=DENIED`);
  expect(lines(text).map((line) => JSON.parse(line).id)).toEqual([idOf(9), undefined]);
  const wide = await api.get(`${url}?order=newest-first&start=2026-03-01T00:00:00Z`);
  expect(lines(wide.text).map((line) => JSON.parse(line).id)).toEqual([...[1, 2, 9, 3, 4, 10].map(idOf), undefined]);
});

test("below an organization: week by week, in each scope by scope", async () => {
  api = await apiUnderTest();
  const [monday, sunday] = [Date.parse("2026-03-16T00:00:00Z"), Date.parse("2026-03-15T23:59:59.999Z")];
  const own = { organization_id: ORGANIZATION };
  for (const scope_id of [OTHER_PROJECT, PROJECT])
    for (const [index, time] of [monday + 1, monday, sunday].entries())
      api.store.add(rowAt(time, idOf(index + (scope_id === PROJECT ? 0 : 8)), { ...own, scope_id }));
  const path = `/v3/organizations/${ORGANIZATION}/entries/export?include-descendants=true&start=2026-03-10T00:00:00Z`;
  const ids = async (query: string) =>
    lines((await api.get(path + query)).text)
      .slice(0, -1)
      .map((line) => String(JSON.parse(line).id));
  const order = [2, 10, 1, 0, 9, 8].map(idOf);
  expect(await ids("")).toEqual(order);
  expect(await ids("&order=newest-first")).toEqual(order.toReversed());
});

const after = (line: string): string => {
  const { eventTimeStamp, id, scope } = JSON.parse(line);
  return encodeURIComponent(`${eventTimeStamp},${id},${scope.id}`);
};

test.each(["oldest-first", "newest-first"])("%s, it goes on behind any line", async (order) => {
  api = await apiUnderTest();
  const own = { organization_id: ORGANIZATION };
  for (const scope_id of [OTHER_PROJECT, PROJECT, FOLDER])
    for (let number = 0; number < 5; number += 1)
      api.store.add(
        rowAt(
          NOW - 1 - Math.floor(number / 2) * 700_000_000,
          idOf(number + (scope_id === PROJECT ? 0 : scope_id === FOLDER ? 16 : 32)),
          { ...own, scope_id },
        ),
      );
  const path = `/v3/organizations/${ORGANIZATION}/entries/export?include-descendants=true&start=2026-03-01T00:00:00Z&end=2026-03-21T12:00:00Z&order=${order}`;
  const whole = lines((await api.get(path)).text).slice(0, -1);
  expect(whole).toHaveLength(15);
  for (const [index, line] of whole.entries())
    expect(lines((await api.get(`${path}&after=${after(line)}`)).text).slice(0, -1)).toEqual(whole.slice(index + 1));
});

test.each([
  ["format=xml", "format must be ndjson, csv, parquet or ocsf"],
  ["compression=br", "compression must be none, gzip or zstd"],
  ["format=parquet&compression=gzip", "compression must be none: Parquet is compressed in itself"],
  ["format=parquet&cursor=x", "a Parquet file cannot be resumed: ask for a shorter period"],
  ["cursor=x", "cursor is not valid"],
  ["after=x", "after must be eventTimeStamp, id and scope.id of the last whole line, with commas between"],
  [`after=2026-03-21T08:10:14.422Z,${idOf(1)},${PROJECT}`, "after needs start and end, as they were"],
  ["limit=5", 'Unrecognized key: "limit"'],
])("?%s is refused", async (query, message) => {
  api = await apiUnderTest();
  expect(await api.get(`${url}?${query}`)).toMatchObject({ status: 400, body: { message } });
});
