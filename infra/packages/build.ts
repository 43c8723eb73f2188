// TypeScript to JavaScript and declarations, all packages at once: one program sees what they expect of one another.
import { execFileSync } from "node:child_process";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import process from "node:process";
import { entryFiles, type PublishedPackage, REPOSITORY } from "./published.ts";

/** Fills `out` with the built files under their paths from the repository's root. Throws with tsc's own words. */
export function build(packages: readonly PublishedPackage[], out: string): void {
  const configuration = {
    extends: join(REPOSITORY, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rootDir: REPOSITORY,
      outDir: out,
      paths: Object.fromEntries(packages.flatMap(sourcesByName)),
      typeRoots: [join(REPOSITORY, "node_modules/@types")],
    },
    include: [],
    files: packages.flatMap(entryFiles).map((file) => join(REPOSITORY, file)),
  };
  const path = join(out, "tsconfig.json");
  writeFileSync(path, JSON.stringify(configuration));
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", path], {
      cwd: REPOSITORY,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (cause) {
    const said = typeof cause === "object" && cause !== null && "stdout" in cause ? String(cause.stdout) : "";
    throw new Error(`the packages cannot be built:\n${said}`, { cause });
  }
  for (const { folder } of packages) copyPlain(folder, out);
  for (const declaration of globSync("**/*.d.ts", { cwd: out })) namesJavaScript(join(out, declaration));
}

/**
 * What a file imports from another package, it imports from its sources. Found through node_modules instead, a file is another's library, which
 * tsc leaves out, or ours, whichever of its parallel readers comes first.
 */
const sourcesByName = ({ folder, manifest }: PublishedPackage): [string, string[]][] =>
  Object.entries(manifest.exports).map(([entry, source]) => [
    posix.join(manifest.name, entry),
    [join(REPOSITORY, folder, source)],
  ]);

/** What is generated as plain JavaScript, with its declarations and its data, tsc leaves where it is. */
function copyPlain(folder: string, out: string): void {
  for (const file of globSync("src/generated/**/*.{js,json,d.ts}", { cwd: join(REPOSITORY, folder) })) {
    cpSync(join(REPOSITORY, folder, file), join(out, folder, file));
  }
}

/** tsc rewrites the imports of JavaScript and leaves those of declarations as they are. */
function namesJavaScript(path: string): void {
  const text = readFileSync(path, "utf8");
  const named = text.replaceAll(/((?:from|import\()\s*"\.{1,2}\/[^"]*)(?<!\.d)\.ts"/g, '$1.js"');
  if (named !== text) writeFileSync(path, named);
}
