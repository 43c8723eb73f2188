// What the fixtures' files say of addresses, alone and together; files that are missing, broken, or replaced while the worker runs.
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createEnricher } from "./enricher.ts";
import { openPlaces } from "./places.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const COUNTRY = fixture("country-v4.mmdb");
const ASN = fixture("asn-v6.mmdb");
const TELEKOM = { country: "DE", networkOperator: "AS3320 Deutsche Telekom AG" };
const NOWHERE = { country: "", networkOperator: "" };

let folder = "";
let told: string[] = [];
const observer = {
  placesReplaced: (path: string) => told.push(`replaced ${path}`),
  placesKept: (cause: unknown) => told.push(`kept: ${String(cause)}`),
};
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "places-"))));
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ["80.187.1.2", TELEKOM],
  ["::ffff:80.187.1.2", TELEKOM],
  ["64:ff9b::80.187.1.2", TELEKOM],
  // In a tree of IPv4 addresses its first bits would be 32.3.0.0, which is there.
  ["2003::1", { ...TELEKOM, country: "" }],
  ["2a02::1", { country: "CH", networkOperator: "AS64500" }],
  ["81.2.70.1", NOWHERE],
  ["8.8.8.8", NOWHERE],
  ["10.1.2.3", NOWHERE],
  ["no address", NOWHERE],
  ["", NOWHERE],
])("%s, in any order of the files", async (address, place) => {
  for (const files of [
    [COUNTRY, ASN],
    [ASN, COUNTRY],
  ])
    expect((await openPlaces(files, observer)).of(address)).toEqual(place);
});

it("takes from each file what it has", async () => {
  expect((await openPlaces([COUNTRY], observer)).of("80.187.1.2")).toEqual({ ...TELEKOM, networkOperator: "" });
  expect((await openPlaces([ASN], observer)).of("80.187.1.2")).toEqual({ ...TELEKOM, country: "" });
  expect((await openPlaces([], observer)).of("80.187.1.2")).toEqual(NOWHERE);
});

it("bounds what a file says, and gives no code that is none", async () => {
  const { country, networkOperator } = (await openPlaces([COUNTRY, ASN], observer)).of("81.2.69.1");
  expect(country).toBe("");
  expect(networkOperator).toMatch(/^AS64501 ab 💥+$/u);
  expect(networkOperator.length).toBeGreaterThan(120);
  expect(networkOperator.length).toBeLessThanOrEqual(128);
  expect(networkOperator.isWellFormed()).toBe(true);
});

it("answers any text", async () => {
  const places = await openPlaces([COUNTRY, ASN], observer);
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (text) => Object.keys(places.of(text)).length === 2),
  );
});

it.each([
  ["missing", undefined, "ENOENT"],
  ["empty", Buffer.alloc(0), "cannot be used"],
  ["text", Buffer.from("Geo"), "cannot be used"],
])("a file that is %s stops the start, by name", async (name, bytes, reason) => {
  const path = join(folder, `${name}.mmdb`);
  if (bytes !== undefined) await writeFile(path, bytes);
  await expect(openPlaces([COUNTRY, path], observer)).rejects.toThrow(path);
  await expect(openPlaces([COUNTRY, path], observer)).rejects.toThrow(reason);
});

it("a file whose beginning is lost stops the start", async () => {
  const path = join(folder, "tail.mmdb");
  const bytes = await readFile(ASN);
  await writeFile(path, bytes.subarray(bytes.length - 400));
  await expect(openPlaces([path], observer)).rejects.toThrow("search tree is cut off");
});

it("uses a new file without a restart, and keeps the old one where the new one is broken", async () => {
  told = [];
  const path = join(folder, "renewed.mmdb");
  await copyFile(ASN, path);
  const places = await openPlaces([path], observer);
  const enricher = createEnricher(places, { version: 0, above: () => undefined });
  const known = () => enricher.location("80.187.1.2");
  expect(known()).toEqual({ ...TELEKOM, country: "" });
  await places.reload();
  expect(told).toEqual([]);

  await writeFile(path, "half of a fi");
  await places.reload();
  await places.reload();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^kept: .*renewed\.mmdb cannot be used/);
  expect(known()).toMatchObject({ networkOperator: TELEKOM.networkOperator });

  await rm(path);
  await places.reload();
  expect(known()).toMatchObject({ networkOperator: TELEKOM.networkOperator });

  await copyFile(COUNTRY, path);
  const ending = new AbortController();
  const watching = places.watch(5, ending.signal);
  await vi.waitFor(() => expect(known()).toMatchObject({ country: "DE", networkOperator: "" }));
  ending.abort();
  await watching;
  expect(told.at(-1)).toBe(`replaced ${path}`);
});
