import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { entry, PROJECT } from "../testing/entries.ts";
import { BREAK, fakeService, stream, type FakeService } from "../testing/fake-service.ts";
import type { ExportOptions, Manifest } from "./index.ts";

const lines = ["1", "2", "3"].map((id) => `${JSON.stringify(entry(id))}\n`);
const file = lines.join("");
const manifestOf = (text: string, more: Partial<Manifest> = {}): Manifest => ({
  rows: text.split("\n").length - 1,
  bytes: Buffer.byteLength(text),
  sha256: createHash("sha256").update(text).digest("hex"),
  complete: true,
  ...more,
});
const line = (manifest: Manifest) => `${JSON.stringify({ manifest })}\n`;

async function download(service: FakeService, options: Partial<ExportOptions> = {}) {
  const pieces: Buffer[] = [];
  const handed = service.client().export({ scope: PROJECT, ...options });
  try {
    for (;;) {
      const { done, value } = await handed.next();
      if (done === true) return { text: Buffer.concat(pieces).toString(), manifest: value };
      pieces.push(value);
    }
  } catch (fault) {
    return { text: Buffer.concat(pieces).toString(), fault };
  }
}

test("the file is handed on without the manifest, which proves it, however it is cut", async () => {
  const whole = file + line(manifestOf(file));
  for (const size of [1, 7, 500, 100_000]) {
    const pieces = whole.match(new RegExp(`.{1,${size}}`, "gs")) ?? [];
    await using service = await fakeService(stream(pieces));
    expect(await download(service)).toEqual({ text: file, manifest: manifestOf(file) });
  }
});

test("gzip is for the way only", async () => {
  await using service = await fakeService(stream([gzipSync(file + line(manifestOf(file)))]));
  expect((await download(service, { compression: "gzip" })).text).toBe(file);
  expect(service.asked[0]).toContain("compression=gzip");
});

test("an empty file has a manifest, too", async () => {
  await using service = await fakeService(stream([line(manifestOf(""))]));
  expect(await download(service)).toEqual({ text: "", manifest: manifestOf("") });
});

test("CSV is proven by the trailer", async () => {
  const csv = "id,sentence\r\n1,a\r\n";
  const trailer = { "x-audit-manifest": JSON.stringify(manifestOf(csv)) };
  await using service = await fakeService(stream([csv], {}, trailer), stream([csv]));
  expect(await download(service, { format: "csv" })).toEqual({ text: csv, manifest: manifestOf(csv) });
  expect(await download(service, { format: "csv" })).toMatchObject({
    fault: { message: expect.stringMatching(/without its manifest/) },
  });
});

test.each<[string, (string | typeof BREAK)[], object]>([
  ["broken off", [lines[0] ?? "", "half", BREAK], { name: "ApiError", message: "the download was broken off" }],
  [
    "broken off behind its manifest",
    [lines[0] ?? "", line(manifestOf(lines[0] ?? "", { complete: false, cursor: "go on" })), BREAK],
    // The cursor is lost where the break overtakes what was sent before it.
    { message: "the download was broken off" },
  ],
  ["not complete", [file, line(manifestOf(file, { complete: false, cursor: "go on" }))], { cursor: "go on" }],
  ["without a manifest", [file], { message: "the download came without its manifest" }],
  ["ends within a line", [file, "half"], { message: "the file ends within a line" }],
  ["other rows", [file, line(manifestOf(file, { rows: 4 }))], { message: "the file is not what its manifest says" }],
  [
    "other bytes",
    [file.replace("ada", "eve"), line(manifestOf(file))],
    { message: "the file is not what its manifest says" },
  ],
  ["going on behind its manifest", [line(manifestOf("")), file], { name: "ApiError" }],
])("what is %s is an error, never a short file", async (_name, pieces, fault) => {
  await using service = await fakeService(stream(pieces));
  expect(await download(service)).toMatchObject({ fault });
});

test("only whole lines are handed on", async () => {
  await using service = await fakeService(stream([lines[0] ?? "", "half of a li", BREAK]));
  expect((await download(service)).text).toBe(lines[0]);
});
