import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { EntryRefused, SpoolLocked } from "./faults.ts";
import { openSpool } from "./spool.ts";
import { entry, numberOf, SCHEMA, TOPIC } from "./testing/entries.ts";
import {
  everythingIn,
  filesOf,
  numbersIn,
  opened,
  Reported,
  temporaryFolder,
  topicFolder,
  upTo,
} from "./testing/temporary-spool.ts";

it("gives back what was put in, in order", async () => {
  await using subject = await opened(await temporaryFolder());
  const { topic, fingerprint } = subject;
  const entries = [
    entry(0),
    entry(1, { key: "", eventName: "", value: Buffer.alloc(0) }),
    entry(2, { key: "schlüssel-𝔘", time: -1.5, value: Buffer.alloc(1024 * 1024, 7) }),
    entry(3, { key: "k".repeat(65_535), eventName: "n".repeat(65_535) }),
  ];
  expect(await topic.append(entries, { fingerprint })).toBe(0);
  expect(await topic.append([], { fingerprint })).toBe(4);
  expect(await everythingIn(topic)).toEqual(entries.map((each, position) => ({ ...each, position, fingerprint })));
  expect(await topic.read(1, 1)).toEqual([]);
});

it("reads as many as are asked for, and at least one", async () => {
  await using subject = await opened(await temporaryFolder());
  const { topic } = subject;
  await subject.append(...upTo(10));
  const sizes = [];
  for (const [entries, bytes] of [
    [3, 1e6],
    [10, 1],
    [10, 200],
  ] as const)
    sizes.push((await topic.read(entries, bytes)).length);
  expect(sizes).toEqual([3, 1, 2]);
  expect(await numbersIn(topic)).toEqual([6, 7, 8, 9]);
});

it("goes on after a restart, with the positions that follow", async () => {
  const folder = await temporaryFolder();
  {
    await using first = await opened(folder, { segmentBytes: 300 });
    for (const n of upTo(10)) await first.append(n);
    first.topic.acknowledge(0, 4);
  }
  await using second = await opened(folder);
  expect(second.topic.pending).toMatchObject({ entries: 6 });
  expect(await second.append(10, 11)).toBe(10);
  expect((await everythingIn(second.topic)).map(({ position }) => position)).toEqual(upTo(12, 4));
});

it("keeps counting where everything was acknowledged and no segment is left", async () => {
  const folder = await temporaryFolder();
  {
    await using first = await opened(folder);
    await first.append(...upTo(7));
    first.topic.acknowledge(0, 7);
  }
  expect(await filesOf(folder, ".segment")).toEqual([]);
  await using second = await opened(folder);
  expect(second.topic.pending).toEqual({ entries: 0, bytes: 0 });
  expect(await second.append(7)).toBe(7);
  expect(await numbersIn(second.topic)).toEqual([7]);
});

it("keeps the order of appends that were called side by side, and topics apart", async () => {
  await using subject = await opened(await temporaryFolder());
  const other = await subject.spool.topic("audit.other");
  const firsts = await Promise.all(upTo(50).map((n) => subject.append(2 * n, 2 * n + 1)));
  await other.append([entry(7)], { fingerprint: subject.fingerprint });
  expect(firsts).toEqual(upTo(50).map((n) => 2 * n));
  expect(await numbersIn(subject.topic)).toEqual(upTo(100));
  expect(await numbersIn(other)).toEqual([7]);
  expect(await subject.spool.topics()).toEqual([subject.topic, other]);
});

it.each([
  ["id", { id: Buffer.alloc(15) }],
  ["time", { time: Number.NaN }],
  ["key", { key: "k".repeat(65_536) }],
  ["eventName", { eventName: "ü".repeat(32_768) }],
  ["value", { value: Buffer.alloc(1024 * 1024 + 1) }],
])("refuses an entry for its %s, and writes nothing of the array", async (field, over) => {
  await using subject = await opened(await temporaryFolder());
  const appended = subject.topic.append([entry(0), entry(1, over)], { fingerprint: subject.fingerprint });
  await expect(appended).rejects.toThrow(EntryRefused);
  await expect(appended).rejects.toThrow(field);
  expect(subject.spool.bytes).toBe(0);
  expect(await subject.append(2)).toBe(0);
});

it.each(["", ".", "..", "a/b", "a b", "ü", "a".repeat(201)])("refuses %j as the name of a topic", async (name) => {
  await using subject = await opened(await temporaryFolder());
  await expect(subject.spool.topic(name)).rejects.toThrow(RangeError);
});

it("is for the owner's eyes only", async () => {
  const folder = join(await temporaryFolder(), "a", "b");
  await using subject = await opened(folder);
  await subject.append(1);
  await subject.spool.ids.put("s", subject.fingerprint, 1);
  const files = ["spool.lock", "ids.json", `schemas/${subject.fingerprint}.avsc`];
  const ofTopic = ["acknowledged", "0000000000000000.segment"].map((name) => `topics/${TOPIC}/${name}`);
  for (const file of [...files, ...ofTopic]) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  for (const path of [folder, topicFolder(folder)]) expect((await stat(path)).mode & 0o777).toBe(0o700);
});

it("has one owner: not a second in this process, not one in another, and anyone after its death", async () => {
  const folder = await temporaryFolder();
  const options = { reports: new Reported(), now: () => 0 };
  {
    await using _first = await opened(folder);
    await expect(openSpool(folder, options)).rejects.toThrow(SpoolLocked);
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, "testing/append-forever.ts"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  await expect(openSpool(folder, options)).rejects.toThrow(SpoolLocked);
  child.kill("SIGKILL");
  await once(child, "exit");
  await (await openSpool(folder, options)).close();
});

it("waits at close() for what is under way, and takes nothing after it", async () => {
  const folder = await temporaryFolder();
  const subject = await opened(folder);
  const appended = subject.append(1);
  const closed = subject.spool.close();
  expect(subject.spool.close()).toBe(closed);
  expect(await appended).toBe(0);
  await closed;
  await expect(subject.append(2)).rejects.toThrow("closed");
  await expect(subject.topic.read(1, 1)).rejects.toThrow("closed");
  await expect(subject.spool.topic("other")).rejects.toThrow("closed");
  subject.topic.acknowledge(0);
  await using second = await opened(folder);
  expect((await everythingIn(second.topic)).map(numberOf)).toEqual([1]);
});

it("does not append with a schema that is not kept", async () => {
  await using subject = await opened(await temporaryFolder());
  await expect(subject.topic.append([entry(1)], { fingerprint: "0".repeat(64) })).rejects.toThrow("putSchema");
  expect(SCHEMA).toBe(await subject.spool.schemas.schemaOf(subject.fingerprint));
});
