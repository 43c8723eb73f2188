/**
 * One owner per directory. The lock is SQLite's own on a small file, so the operating system gives it back when its holder dies,
 * however it dies; a file with a process id in it would have to be guessed about.
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

export interface DirectoryLock extends Disposable {
  release(): void;
}

export function tryLock(file: string): DirectoryLock | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  let held = true;
  const release = () => {
    if (held) database.close();
    held = false;
  };
  return { release, [Symbol.dispose]: release };
}

/** Waits for the lock; `onWait` is called once if another process holds it. */
export async function waitForLock(file: string, onWait: () => void): Promise<DirectoryLock> {
  for (let tries = 0; ; tries += 1) {
    const lock = tryLock(file);
    if (lock !== undefined) return lock;
    if (tries === 0) onWait();
    await sleep(100);
  }
}

/** SQLITE_BUSY. */
const isBusy = (error: unknown): boolean => error instanceof Error && "errcode" in error && error.errcode === 5;
