// Files and folders that are still there after a power cut: a new name is only safe once its folder is synced.
import { mkdir, open, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { SpoolUnavailable } from "./faults.ts";

/** For the owner only: events hold what people did. */
export const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** The part of a FileHandle that writing needs; tests put a disk in its place that fails. */
export interface WritableFile {
  write(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a file that must not exist yet. */
export type CreateFile = (file: string) => Promise<WritableFile>;

export const createFile: CreateFile = (file) => open(file, "wx", FILE_MODE);

/** A disk that is nearly full takes a part and fails with the next attempt. */
export async function writeAll(file: WritableFile, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new SpoolUnavailable("nothing was written", "EIO");
    done += bytesWritten;
  }
}

export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, "r");
  await handle.sync();
}

export async function makeFolder(folder: string): Promise<void> {
  const whole = resolve(folder);
  const first = await mkdir(whole, { recursive: true, mode: FOLDER_MODE });
  if (first === undefined) return;
  for (let at = whole; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at));
}

/** The file has the old text or the new one, whenever the machine stops. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const fresh = `${file}.new`;
  {
    await using handle = await open(fresh, "w", FILE_MODE);
    await handle.writeFile(text);
    await handle.sync();
  }
  await rename(fresh, file);
  await syncFolder(dirname(file));
}
