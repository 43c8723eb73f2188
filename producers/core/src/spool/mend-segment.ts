// Takes the unreadable rest of a segment away: an unfinished write is cut off, anything else is first kept for a person.
import { type FileHandle, open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FILE_MODE, syncFolder, writeAll } from "./files.ts";
import type { Recovered } from "./recover-segment.ts";
import { removeFile } from "./segment-writer.ts";

/** Cuts the rest off; a segment without entries goes wholly. */
export async function cutOff(path: string, { segment, rest }: Recovered): Promise<void> {
  if (segment === undefined || segment.entries === 0) {
    await removeFile(path);
    await syncFolder(dirname(path));
  } else if (rest !== undefined) {
    await using file = await open(path, "r+");
    await file.truncate(rest.offset);
    await file.sync();
  }
}

/** Moves the rest into a file beside it and answers with its name. */
export async function setAside(path: string, recovered: Recovered): Promise<string> {
  const { segment, rest } = recovered;
  if (segment === undefined || rest === undefined) return setWholeAside(path);
  const kept = join(dirname(path), `${basename(path, ".segment")}-${rest.offset}.damaged`);
  {
    await using from = await open(path, "r");
    await using to = await open(kept, "w", FILE_MODE);
    await copy(from, to, rest.offset);
    await to.sync();
  }
  await syncFolder(dirname(path));
  await cutOff(path, recovered);
  return kept;
}

export async function setWholeAside(path: string): Promise<string> {
  const kept = damagedName(path);
  await rename(path, kept);
  await syncFolder(dirname(path));
  return kept;
}

export const damagedName = (path: string): string => join(dirname(path), `${basename(path, ".segment")}.damaged`);

async function copy(from: FileHandle, to: FileHandle, offset: number): Promise<void> {
  const chunk = Buffer.allocUnsafe(1024 * 1024);
  for (let done = 0; ;) {
    const { bytesRead } = await from.read(chunk, 0, chunk.length, offset + done);
    if (bytesRead === 0) return;
    await writeAll(to, chunk.subarray(0, bytesRead), done);
    done += bytesRead;
  }
}
