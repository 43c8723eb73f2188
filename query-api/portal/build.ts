// Builds the portal's files: index.html, app.js, app.css. Nothing inline, so that they run under `default-src 'self'`.
// Run it (`node query-api/portal/build.ts`) or call buildPortal().
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const STATIC = ["index.html", "icon.svg"];

/** Answers with the absolute folder that it filled. */
export async function buildPortal(folder: string = join(here, "dist")): Promise<string> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: { app: join(here, "src/main.ts") },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    tsconfigRaw: {},
  });
  await build({
    entryPoints: { app: join(here, "styles/app.css") },
    outdir: folder,
    bundle: true,
    minify: true,
    target: ["chrome120", "firefox120", "safari17"],
    logLevel: "warning",
  });
  for (const name of STATIC) await copyFile(join(here, "page", name), join(folder, name));
  return folder;
}

if (import.meta.main) process.stdout.write(`${await buildPortal()}\n`);
