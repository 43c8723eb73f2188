// A disk that takes no more, or fails: what was appended stays, what was not leaves nothing behind.
import { execFileSync } from "node:child_process";
import { expect, it, onTestFinished } from "vitest";
import { SpoolUnavailable } from "./faults.ts";
import { type CreateFile, createFile } from "./files.ts";
import { messageOf } from "./faults.ts";
import { entry } from "./testing/entries.ts";
import { numbersIn, opened, temporaryFolder, upTo } from "./testing/temporary-spool.ts";

/** As the operating system throws it. */
const fault = (code: string): Error => Object.assign(new Error(`${code}: injected`), { code });

/** A disk with so many bytes left: of what does not fit it takes the part that does. */
function diskOf(bytes: number) {
  const disk = { left: bytes, failTruncate: 0, failSync: 0, failClose: 0 };
  const create: CreateFile = async (path) => {
    const file = await createFile(path);
    return {
      write: async (buffer, offset, length, position) => {
        const fits = Math.min(length, disk.left);
        if (fits === 0) throw fault("ENOSPC");
        disk.left -= fits;
        return file.write(buffer, offset, fits, position);
      },
      datasync: async () => {
        if (disk.failSync-- > 0) throw fault("EIO");
        await file.datasync();
      },
      sync: () => file.sync(),
      truncate: async (length) => {
        if (disk.failTruncate-- > 0) throw fault("EIO");
        await file.truncate(length);
      },
      close: async () => {
        await file.close();
        if (disk.failClose-- > 0) throw fault("EIO");
      },
    };
  };
  return { disk, create };
}

it("loses and doubles nothing, after however many bytes the disk is full", { timeout: 30_000 }, async () => {
  for (let bytes = 0; bytes < 700; bytes += 3) {
    const folder = await temporaryFolder();
    const { disk, create } = diskOf(bytes);
    const stored: number[] = [];
    {
      await using subject = await opened(folder, { create });
      for (const n of [0, 2, 4]) {
        const error = await subject.append(n, n + 1).then(
          () => undefined,
          (cause: unknown) => cause,
        );
        if (error === undefined) stored.push(n, n + 1);
        else expect(error).toMatchObject({ name: "SpoolUnavailable", code: "ENOSPC" });
      }
      disk.left = Infinity;
      expect(await subject.append(6, 7)).toBe(stored.length);
      expect(await numbersIn(subject.topic), `${bytes} bytes`).toEqual([...stored, 6, 7]);
    }
    await using again = await opened(folder);
    expect(await numbersIn(again.topic), `${bytes} bytes, restarted`).toEqual([...stored, 6, 7]);
    expect([...again.reported.torn, ...again.reported.damaged]).toEqual([]);
  }
});

it("takes back what was written and not synced, and does so before the next append where it cannot at once", async () => {
  const folder = await temporaryFolder();
  const { disk, create } = diskOf(Infinity);
  {
    await using subject = await opened(folder, { create });
    const { bytes } = { bytes: () => subject.spool.bytes };
    await subject.append(0, 1);
    const before = bytes();
    Object.assign(disk, { failSync: 1, failTruncate: 2, failClose: 1 });
    await expect(subject.append(2, 3)).rejects.toMatchObject({ code: "EIO" });
    await expect(subject.append(4)).rejects.toThrow(SpoolUnavailable);
    expect(bytes()).toBe(before);
    expect(await subject.append(5)).toBe(2);
    expect(await numbersIn(subject.topic)).toEqual([0, 1, 5]);
  }
  await using again = await opened(folder);
  expect(await numbersIn(again.topic)).toEqual([0, 1, 5]);
  expect([...again.reported.torn, ...again.reported.damaged]).toEqual([]);
});

it("never shows an entry that is not durable", async () => {
  const synced = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const create: CreateFile = async (path) => {
    const file = await createFile(path);
    const datasync = async (): Promise<void> => {
      written.resolve();
      await synced.promise;
    };
    return {
      write: (...args) => file.write(...args),
      truncate: (length) => file.truncate(length),
      sync: () => file.sync(),
      close: () => file.close(),
      datasync,
    };
  };
  await using subject = await opened(await temporaryFolder(), { create });
  const appended = subject.append(0);
  await written.promise;
  expect(await subject.topic.read(10, 1e6)).toEqual([]);
  expect(subject.topic.end).toBe(0);
  synced.resolve();
  await appended;
  expect(await numbersIn(subject.topic)).toEqual([0]);
});

it("lives through a real disk that is full", { timeout: 30_000 }, async ({ skip }) => {
  const folder = await temporaryFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], { stdio: "pipe" });
  } catch (cause) {
    skip(`no file system of 2 MiB can be mounted here: ${messageOf(cause)}`);
  }
  onTestFinished(() => void execFileSync("umount", [folder]));
  const stored = await fill(folder);
  expect(stored).toBeGreaterThan(10);
  // Full from the start: it opens, reads, and has room again once something is acknowledged.
  await using subject = await opened(folder, { segmentBytes: 256 * 1024 });
  expect(await numbersIn(subject.topic)).toEqual(upTo(stored));
  subject.topic.acknowledge(0, stored - 1);
  await subject.topic.tidy();
  expect(await subject.append(stored)).toBe(stored);
  await subject.topic.rewind();
  expect(await numbersIn(subject.topic)).toEqual([stored - 1, stored]);
  expect([...subject.reported.torn, ...subject.reported.damaged, ...subject.reported.faults]).toEqual([]);
});

/** How many entries of 50 kB were stored until it was full. */
async function fill(folder: string): Promise<number> {
  await using subject = await opened(folder, { segmentBytes: 256 * 1024 });
  for (let n = 0; ; n++) {
    try {
      await subject.topic.append([entry(n, { value: Buffer.alloc(50_000, n) })], { fingerprint: subject.fingerprint });
    } catch (cause) {
      expect(cause).toMatchObject({ name: "SpoolUnavailable", code: "ENOSPC" });
      return n;
    }
  }
}
