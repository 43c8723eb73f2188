/** The smaller parts that starting engines stands on. */
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { tryLock, waitForLock } from "./directory-lock.ts";
import { javaArguments } from "./java.ts";
import { KAFKA, pomOf } from "./jars.ts";
import { serverProperties } from "./kafka.ts";
import { rotate, tail } from "./log-file.ts";
import { downloadProgress } from "./maven.ts";
import { keepPorts } from "./ports.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "audit-parts-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it("locks a directory for one owner, and waits for the lock when asked to", async () => {
  const file = join(dir, "lock");
  const first = tryLock(file);
  expect(first).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  const waited: string[] = [];
  const second = waitForLock(file, () => waited.push("waits")).then((lock) => {
    waited.push("has it");
    return lock;
  });
  first?.release();
  (await second).release();
  expect(waited).toEqual(["waits", "has it"]);
});

it("keeps ports over restarts, except those that another program has taken", async () => {
  const file = join(dir, "ports.json");
  const first = await keepPorts(file, ["a", "b"]);
  expect(await keepPorts(file, ["a", "b"])).toEqual(first);
  const thief = createServer().listen(first.a, "127.0.0.1");
  await once(thief, "listening");
  const second = await keepPorts(file, ["a", "b"]);
  expect(second.b).toBe(first.b);
  expect(second.a).not.toBe(first.a);
  thief.close();
});

it("puts an overlong log aside, and shows the end of a log", async () => {
  const log = join(dir, "x.log");
  await writeFile(log, "one\ntwo\nthree\n");
  await rotate(log);
  expect(await tail(log, 2)).toBe("two\nthree");
  await truncate(log, 21 * 1024 * 1024);
  await rotate(log);
  await expect(stat(log)).rejects.toMatchObject({ code: "ENOENT" });
  expect((await readFile(`${log}.1`, "utf8")).startsWith("one\n")).toBe(true);
  expect(await tail(join(dir, "none"))).toBe("");
});

it("adds up what Maven reports", () => {
  const progress = downloadProgress();
  progress.see("Progress (1): 0.5/2.0 MB");
  expect(progress.megabytes()).toBeCloseTo(0.5);
  progress.see("Downloaded from central: somewhere (2.0 MB at 1.3 MB/s)");
  progress.see("Progress (1): 512/800 kB");
  expect(progress.megabytes()).toBeCloseTo(2.512);
});

it("keeps Kafka on loopback and its data for ever", () => {
  const lines = serverProperties("/d", { kafka: 1, controller: 2 }).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "listeners=PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2",
      "log.dirs=/d",
      "log.retention.ms=-1",
      "auto.create.topics.enable=false",
    ]),
  );
});

it("names the jars once and starts Java with bounded memory", () => {
  expect(pomOf(KAFKA)).toContain("<artifactId>kafka_2.13</artifactId><version>4.4.0</version>");
  const args = javaArguments({ id: "k", mainClass: "M", classPath: ["a", "b"], heapMegabytes: 5, arguments: ["x"] });
  expect(args.at(0)).toBe("-Xmx5m");
  expect(args.slice(-4)).toEqual(["-cp", "a:b", "M", "x"]);
});
