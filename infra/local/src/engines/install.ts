/**
 * Gets an engine's jars into the cache, once. They are fetched beside their place and moved there whole, so that a broken download
 * never looks like an installed engine; a lock keeps two starts from fetching at the same time.
 */
import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { waitForLock } from "./directory-lock.ts";
import { type EngineContext } from "./engine-context.ts";
import { type JarSet, pomOf } from "./jars.ts";
import { runMaven } from "./maven.ts";

type InstallContext = Pick<EngineContext, "cacheDir" | "log"> & { readonly group: { readonly signal: AbortSignal } };

export async function isInstalled(cacheDir: string, set: JarSet): Promise<boolean> {
  return access(join(cacheDir, set.id)).then(
    () => true,
    () => false,
  );
}

/** Returns the class path entries, in an order that never changes (the class archive depends on it). */
export async function install(context: InstallContext, set: JarSet): Promise<string[]> {
  if (!(await isInstalled(context.cacheDir, set))) await fetchOnce(context, set);
  const home = join(context.cacheDir, set.id);
  const found = await Promise.all(set.jars.map((dir) => jarsIn(join(home, dir))));
  return found.flat();
}

async function fetchOnce({ cacheDir, log, group: { signal } }: InstallContext, set: JarSet): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const waiting = () => log(`${set.name}: another start is downloading it, waiting…`);
  using _lock = await waitForLock(join(cacheDir, `${set.id}.lock`), waiting);
  if (await isInstalled(cacheDir, set)) return;
  const work = join(cacheDir, `fetching-${randomUUID()}`);
  try {
    await mkdir(join(work, "files"), { recursive: true });
    await writeFile(join(work, "pom.xml"), pomOf(set));
    await runMaven(work, set, { log, signal });
    await rename(join(work, "files"), join(cacheDir, set.id));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function jarsIn(dir: string): Promise<string[]> {
  const names = await readdir(dir);
  return names
    .filter((name) => name.endsWith(".jar"))
    .sort()
    .map((name) => join(dir, name));
}
