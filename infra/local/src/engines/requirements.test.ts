/** Each missing thing is named in one sentence, with a way to get it. */
import { expect, it } from "vitest";
import { javaMajor } from "./machine.ts";
import { type MachineFacts, missingRequirements } from "./requirements.ts";

const enough: MachineFacts = {
  platform: "linux",
  arch: "x64",
  musl: false,
  javaMajor: 17,
  maven: true,
  downloaded: false,
  availableMemoryMiB: 4_000,
  freeDiskMiB: 10_000,
};

it.each([
  ["a sufficient machine", {}],
  ["a newer Java", { javaMajor: 25 }],
  ["no Maven, but everything downloaded", { maven: false, downloaded: true }],
  ["a Mac", { platform: "darwin", arch: "arm64" }],
])("asks nothing of %s", (_, facts) => {
  expect(missingRequirements({ ...enough, ...facts })).toEqual([]);
});

it.each([
  [{ javaMajor: undefined }, /^Java is missing: .*openjdk-17.*Docker.*CLICKHOUSE_URL\.$/],
  [{ javaMajor: 11 }, /^Java 11 is too old: .*openjdk-17/],
  [{ maven: false }, /^Maven is missing: .*apt install maven/],
  [{ availableMemoryMiB: 900 }, /^Only 900 MiB of memory are available: .*2048 MiB/],
  [{ freeDiskMiB: 10 }, /^Only 10 MiB are free on the disk .*3072 MiB/],
  [
    { musl: true },
    /^The embedded ClickHouse runs on Linux with glibc and on macOS, not on linux-x64 with musl: start a Docker daemon/,
  ],
  [{ platform: "win32" }, /not on win32-x64: start a Docker daemon, or set .*CLICKHOUSE_URL\.$/],
])("says what is missing: %j", (facts, sentence) => {
  const missing = missingRequirements({ ...enough, ...facts });
  expect(missing).toHaveLength(1);
  expect(missing[0]).toMatch(sentence);
  expect(missing[0]).not.toContain("\n");
});

it.each([
  ["17.0.15", 17],
  ["21", 21],
  ["1.8.0_402", 8],
  ["24-ea", 24],
  ["", undefined],
])("reads the Java version %j", (version, major) => {
  expect(javaMajor(version)).toBe(major);
});
