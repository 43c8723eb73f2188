// One spool per folder. The lock is SQLite's own on a small file: the operating system gives it back when its holder dies, however it
// dies. The file is never opened by other means, which would give the lock back (POSIX).
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { SpoolLocked } from "./faults.ts";
import { FILE_MODE } from "./files.ts";

/** SQLITE_BUSY. */
const BUSY = 5;

/** Answers with what gives the lock back (again is no fault). Throws SpoolLocked. */
export async function lockFolder(folder: string): Promise<() => void> {
  // Only where a spool is used: a Node without it can still run the rest.
  const { DatabaseSync } = await import("node:sqlite");
  const file = join(folder, "spool.lock");
  const database = new DatabaseSync(file);
  try {
    chmodSync(file, FILE_MODE);
    database.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw cause instanceof Error && "errcode" in cause && cause.errcode === BUSY ? new SpoolLocked(folder) : cause;
  }
  let held = true;
  return () => {
    if (held) database.close();
    held = false;
  };
}
