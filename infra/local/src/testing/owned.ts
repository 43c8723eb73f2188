/** Starts `owner.ts` and follows what it says; knows the ids of the processes behind it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const OWNER = fileURLToPath(new URL("./owner.ts", import.meta.url));
const Said = z.tuple([z.string(), z.unknown()]);
const Pids = z.object({ pid: z.number(), guard: z.number() });

export interface Owned {
  readonly process: ChildProcess;
  /** What came with the next `what` that is said, also when it was said before. */
  said(what: string): Promise<unknown>;
}

export function startOwner(dataDir: string, only?: "clickhouse"): Owned {
  const child = spawn(process.execPath, [OWNER, dataDir, ...(only === undefined ? [] : [only])], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const heard = new Map<string, unknown>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [what, value] = Said.parse(JSON.parse(line));
    heard.set(what, value);
    child.emit("said");
  });
  return {
    process: child,
    said: async (what) => {
      while (!heard.has(what)) await once(child, "said");
      return heard.get(what);
    },
  };
}

/** Engines and their guards, by engine, as written down in the data directory. */
export async function pidsIn(dataDir: string): Promise<Map<string, z.infer<typeof Pids>>> {
  const names = (await readdir(dataDir)).filter((name) => name.endsWith(".pid"));
  const read = async (name: string) => Pids.parse(JSON.parse(await readFile(join(dataDir, name), "utf8")));
  return new Map(
    await Promise.all(names.map(async (name) => [name.slice(0, -".pid".length), await read(name)] as const)),
  );
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
