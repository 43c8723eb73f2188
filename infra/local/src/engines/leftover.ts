/**
 * Ends an engine that outlived both its owner and its guard (both were killed at once). Its process id was written down; ids are
 * reused, so the process is only touched when its command line still names our own files.
 */
import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";

const Remembered = z.object({ pid: z.number().int() });

export async function endLeftover(pidFile: string): Promise<void> {
  const remembered = await read(pidFile);
  if (remembered === undefined) return;
  const ours = async () => (await commandLine(remembered.pid)).includes(dirname(pidFile));
  if (await ours()) process.kill(remembered.pid, "SIGKILL");
  while (await ours()) await sleep(50);
  await rm(pidFile, { force: true });
}

async function read(pidFile: string): Promise<z.infer<typeof Remembered> | undefined> {
  try {
    return Remembered.parse(JSON.parse(await readFile(pidFile, "utf8")));
  } catch {
    return undefined;
  }
}

async function commandLine(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)("ps", ["-ww", "-o", "args=", "-p", String(pid)])).stdout;
  } catch {
    // ps says so with its status when there is no such process.
    return "";
  }
}
