// Downloads, driven from outside: what is in them, how they end, and that a broken one is seen to be broken.
import { createHash } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { memoryExportStore } from "../src/export/store/memory-export-store.ts";
import type { ExportStore } from "../src/export/store/export-store.ts";
import { wireRows } from "../src/export/testing/wire-rows.ts";
import type { ApiDependencies } from "../src/index.ts";
import { StoreUnavailable } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { FOLDER, idOf, ORGANIZATION, OTHER_PROJECT, PROJECT, rowAt } from "./rows.ts";

const url = `/v3/projects/${PROJECT}/entries/export`;
const list = `/v3/projects/${PROJECT}/entries`;
let api: ApiUnderTest;

afterEach(() => api[Symbol.asyncDispose]());

const fill = (count: number) => {
  for (let number = 1; number <= count; number += 1) api.store.add(rowAt(NOW - number * 1000, idOf(number)));
};
const lines = (text: string): string[] => text.split("\n").slice(0, -1);
const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");

const origins = new WeakMap<ApiUnderTest, Promise<string>>();
function originOf(one: ApiUnderTest): Promise<string> {
  const known = origins.get(one) ?? one.listen();
  origins.set(one, known);
  return known;
}

/** As a client on the network sees it: body, trailers, and whether it arrived whole. */
async function download(path: string, onBegin: (answer: IncomingMessage) => void = () => {}) {
  const origin = await originOf(api);
  const authorization = `Bearer ${await api.issuer.token({ roles: READER_ROLES })}`;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(`${origin}${path}`, { headers: { authorization } }, resolve).on("error", reject).end();
  const answer = await promise;
  onBegin(answer);
  const pieces: Buffer[] = [];
  const fault = await (async () => {
    for await (const piece of answer) pieces.push(Buffer.from(piece));
  })().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { answer, body: Buffer.concat(pieces), trailers: answer.trailers, fault };
}

test("NDJSON is the list, byte by byte, oldest first, and the manifest after it", async () => {
  api = await apiUnderTest();
  fill(3);
  const listed = JSON.stringify(Object((await api.get(`${list}?order=oldest-first`)).body).items);
  const { body, trailers, answer, fault } = await download(url);
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
  const { body, trailers, fault } = await download(`${url}?format=${format}`);
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
  const { body, trailers, answer } = await download(`${url}?compression=${compression}`);
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

/** What the first `rows` rows of the store send, and then a fault. */
function breaking(rows: number, fault: () => Error): Partial<ApiDependencies> & { exports: ExportStore } {
  const store = () => memoryExportStore(api.store);
  return {
    exports: {
      parquet: async function* () {
        yield Buffer.from("PAR1 and no end");
      },
      rows: async function* (...asked) {
        let sent = 0;
        for await (const row of store().rows(...asked)) {
          if (sent === rows) throw fault();
          sent += 1;
          yield row;
        }
        throw fault();
      },
    },
  };
}

test("a store that is away before the first row is answered 503", async () => {
  api = await apiUnderTest(breaking(0, () => new StoreUnavailable("away")));
  fill(3);
  for (const format of ["ndjson", "csv", "ocsf", "parquet"])
    expect(await api.get(`${url}?format=${format}`)).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
});

test("what breaks in the middle is broken off, behind a manifest that says so and a cursor that goes on", async () => {
  api = await apiUnderTest(breaking(3, () => new StoreUnavailable("away")));
  fill(5);
  const { body, fault, trailers } = await download(url);
  expect(fault).toMatchObject({ code: "ECONNRESET" });
  expect(trailers).toEqual({});
  const found = lines(String(body));
  const { manifest } = JSON.parse(found.pop() ?? "");
  // The last row of what arrived is held back until what stands behind it is seen.
  expect(manifest).toMatchObject({ rows: found.length, complete: false });
  expect(found.length).toBeGreaterThanOrEqual(2);
  const rest = await download(`${url}?cursor=${manifest.cursor}`);
  const all = [...found, ...lines(String(rest.body)).slice(0, -1)].map((line) => JSON.parse(line).id);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual([5, 4, 3, 2, 1].map(idOf).slice(0, all.length));
});

test.each(["csv", "ndjson&compression=gzip"])("%s breaks off without more words", async (format) => {
  api = await apiUnderTest(breaking(3, () => new StoreUnavailable("away")));
  fill(5);
  const { fault, trailers } = await download(`${url}?format=${format}`);
  expect(fault).toMatchObject({ code: "ECONNRESET" });
  expect(trailers).toEqual({});
});

test("a Parquet file without its end is broken off or refused, never handed over", async () => {
  api = await apiUnderTest(breaking(3, () => new StoreUnavailable("away")));
  expect((await api.get(`${url}?format=parquet`)).status).toBe(503);
});

test("text of a fault behind rows is no row", async () => {
  const text = Buffer.from(
    "\r\n__exception__\r\n0123456789abcdef\r\nCode: 241. DB::Exception: memory\n34 0123456789abcdef\r\n__exception__\r\n",
  );
  for (const cut of [0, 5, 100]) {
    api = await apiUnderTest({
      exports: {
        parquet: async function* () {},
        rows: async function* () {
          const rows = wireRows([1, 2, 3].map((age) => rowAt(NOW - age, idOf(age))));
          yield rows;
          yield Buffer.concat([rows.subarray(0, rows.length - cut), text]);
        },
      },
    });
    const { body, fault } = await download(url);
    expect(fault).toMatchObject({ code: "ECONNRESET" });
    const entries = lines(String(body)).filter((line) => line.startsWith('{"id":'));
    for (const line of entries) expect(JSON.parse(line).producer.sequence).toBe(4711);
    expect(entries.length).toBeGreaterThanOrEqual(2);
    if (cut < 100) await api[Symbol.asyncDispose]();
  }
});

test("copies of an event show once, in whatever pieces they come", async () => {
  const rows = [1, 1, 2, 3, 3, 3].map((age) => rowAt(NOW - age, idOf(age)));
  const bytes = wireRows(rows);
  for (const size of [1, 7, 500, bytes.length]) {
    api = await apiUnderTest({
      exports: {
        parquet: async function* () {},
        rows: async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        },
      },
    });
    const { text } = await api.get(url);
    expect(lines(text).map((line) => JSON.parse(line).id)).toEqual([...[1, 2, 3].map(idOf), undefined]);
    if (size < bytes.length) await api[Symbol.asyncDispose]();
  }
});

test("a download is recorded with its rows, and whether it was whole", async () => {
  api = await apiUnderTest();
  fill(3);
  const { body } = await download(`${url}?filter=outcome=SUCCESS`);
  const bytes = body.length - Buffer.byteLength(lines(String(body)).at(-1) ?? "") - 1;
  await vi.waitFor(() => expect(api.recording.events).toHaveLength(1));
  expect(api.recording.events).toMatchObject([
    {
      eventName: "audit-log.entry.download",
      details: {
        format: "ndjson",
        complete: true,
        rows: 3,
        answerBytes: bytes,
        filter: "outcome=SUCCESS",
        periodEndAt: NOW,
      },
    },
  ]);
});

test("one that breaks is recorded as not complete", async () => {
  api = await apiUnderTest(breaking(3, () => new StoreUnavailable("away")));
  fill(5);
  await download(url);
  await vi.waitFor(() => expect(api.recording.events).toHaveLength(1));
  expect(api.recording.events[0]).toMatchObject({ details: { complete: false, rows: expect.any(Number) } });
});

test("a reader who stops reading stops the store, and one who leaves frees it", async () => {
  let sent = 0;
  const left = Promise.withResolvers<void>();
  const row = wireRows([rowAt(NOW - 1, idOf(1), { request_body: JSON.stringify({ big: "x".repeat(60_000) }) })]);
  api = await apiUnderTest({
    exports: {
      parquet: async function* () {},
      rows: async function* () {
        try {
          for (let number = 0; ; number += 1) {
            const own = Buffer.from(row);
            own.writeUInt32LE(number, 4);
            sent += 1;
            yield own;
          }
        } finally {
          left.resolve();
        }
      },
    },
  });
  const reader = Promise.withResolvers<IncomingMessage>();
  const over = download(url, (answer) => {
    answer.pause();
    reader.resolve(answer);
  });
  const answer = await reader.promise;
  // It has stopped where nothing is asked for while others are served.
  let before = -1;
  await vi.waitFor(async () => {
    const now = sent;
    const isStill = now === before;
    before = now;
    await api.get(list);
    expect(isStill).toBe(true);
  }, 20_000);
  expect(sent * row.length).toBeLessThan(100_000_000);
  answer.destroy();
  await left.promise;
  await over;
  await vi.waitFor(() =>
    expect(api.recording.events.map(({ eventName }) => eventName)).toContain("audit-log.entry.download"),
  );
});

test("one more than may run is turned away with when to come back, and taken when one has ended", async () => {
  const release = Promise.withResolvers<void>();
  api = await apiUnderTest({
    exports: {
      parquet: async function* () {},
      rows: async function* () {
        await release.promise;
        yield* [];
      },
    },
  });
  const begun = [0, 1].map(() => Promise.withResolvers<void>());
  const running = begun.map(({ resolve }) => download(url, () => resolve()));
  await Promise.all(begun.map(({ promise }) => promise));
  expect(await api.get(url)).toMatchObject({ status: 429, headers: { "retry-after": "10" } });
  const other = `Bearer ${await api.issuer.token({ sub: "user-2", roles: READER_ROLES })}`;
  const others = api.get(url, other);
  release.resolve();
  expect((await others).status).toBe(200);
  await Promise.all(running);
  expect((await api.get(url)).status).toBe(200);
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
