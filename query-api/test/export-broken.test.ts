// Downloads that break, wait, or are too many: that it is seen, told and recorded.
import { afterEach, expect, test, vi } from "vitest";
import { memoryExportStore } from "../src/export/store/memory-export-store.ts";
import type { ExportStore } from "../src/export/store/export-store.ts";
import { wireRows } from "../src/export/testing/wire-rows.ts";
import type { ApiDependencies } from "../src/index.ts";
import { StoreUnavailable } from "../src/store/entry-store.ts";
import { apiUnderTest, NOW, READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";
import { begunDownload, download, lines } from "./download.ts";
import { idOf, PROJECT, rowAt } from "./rows.ts";

const list = `/v3/projects/${PROJECT}/entries`;
const url = `/v3/projects/${PROJECT}/entries/export`;
let api: ApiUnderTest;

afterEach(() => api[Symbol.asyncDispose]());

const fill = (count: number) => {
  for (let number = 1; number <= count; number += 1) api.store.add(rowAt(NOW - number * 1000, idOf(number)));
};

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
  const { body, fault, trailers } = await download(api, url);
  expect(fault).toMatchObject({ code: "ECONNRESET" });
  expect(trailers).toEqual({});
  const found = lines(String(body));
  const { manifest } = JSON.parse(found.pop() ?? "");
  // The last row of what arrived is held back until what stands behind it is seen.
  expect(manifest).toMatchObject({ rows: found.length, complete: false });
  expect(found.length).toBeGreaterThanOrEqual(2);
  const rest = await download(api, `${url}?cursor=${manifest.cursor}`);
  const all = [...found, ...lines(String(rest.body)).slice(0, -1)].map((line) => JSON.parse(line).id);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual([5, 4, 3, 2, 1].map(idOf).slice(0, all.length));
});

test.each(["csv", "ndjson&compression=gzip"])("%s breaks off without more words", async (format) => {
  api = await apiUnderTest(breaking(3, () => new StoreUnavailable("away")));
  fill(5);
  const { fault, trailers } = await download(api, `${url}?format=${format}`);
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
    const { body, fault } = await download(api, url);
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
  const { body } = await download(api, `${url}?filter=outcome=SUCCESS`);
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
  await download(api, url);
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
  const answer = await begunDownload(api, url);
  answer.once("error", () => {}); // we hang up
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
  const running = begun.map(({ resolve }) => download(api, url, () => resolve()));
  await Promise.all(begun.map(({ promise }) => promise));
  expect(await api.get(url)).toMatchObject({
    status: 429,
    headers: { "retry-after": "10" },
    body: { type: "/docs/problems#too-many-downloads" },
  });
  const other = `Bearer ${await api.issuer.token({ sub: "user-2", roles: READER_ROLES })}`;
  const others = api.get(url, other);
  release.resolve();
  expect((await others).status).toBe(200);
  await Promise.all(running);
  expect((await api.get(url)).status).toBe(200);
});
