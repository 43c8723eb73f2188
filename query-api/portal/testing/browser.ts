// A real Chromium for tests, from npm: no system package and no download beyond the registry's. Also used by the end-to-end test.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";

/** The caller closes it; `await using` does. Playwright keeps its own, locked-down defaults: the package's would switch web security off. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackedChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/**
 * The package unpacks into the temporary folder and takes a file that is there for a finished one. Test files run side by side, and a
 * run may be killed in the middle: so each unpacks into a folder of its own, and the first to finish gives it the name that all use.
 */
async function unpackedChromium(): Promise<string> {
  const module = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(await readFile(join(dirname(module), "../package.json"), "utf8")) as {
    version: string;
  };
  const home = join(tmpdir(), `audit-log-chromium-${version}`);
  const executable = join(home, "chromium");
  if (existsSync(executable)) return executable;

  const own = await mkdtemp(join(tmpdir(), "audit-log-chromium-"));
  const script = `await (await import(${JSON.stringify(pathToFileURL(module).href)})).default.executablePath()`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { env: { TMPDIR: own } });
  try {
    await rename(own, home);
  } catch (fault) {
    if (!existsSync(executable)) throw fault;
    await rm(own, { recursive: true, force: true });
  }
  return executable;
}
