// Which packages are published, and which of their entries: what only our own rooms need stays at home.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** A package.json as the workspaces have it. */
export interface Manifest {
  name: string;
  version: string;
  description?: string;
  license: string;
  engines?: Record<string, string>;
  /** Commands to their sources. */
  bin?: Record<string, string>;
  exports: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional: boolean }>;
}

export interface PublishedPackage {
  /** From the repository's root. */
  folder: string;
  manifest: Manifest;
  /** Entry point to source, both as in the manifest; "*" stands for any path. */
  entries: Record<string, string>;
}

/** For the worker, the query service and our own tests. */
const AT_HOME = new Set([
  "@audit-log/schemas/migrations",
  "@audit-log/schemas/program",
  "@audit-log/schemas/catalogue-document",
  "@audit-log/schemas/examples",
]);

export function publishedPackages(): PublishedPackage[] {
  const producers = readdirSync(join(REPOSITORY, "producers"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "examples")
    .map(({ name }) => `producers/${name}`)
    .toSorted();
  return ["schemas", ...producers, "query-api/client"].map(readPackage);
}

function readPackage(folder: string): PublishedPackage {
  const manifest: Manifest = JSON.parse(readFileSync(join(REPOSITORY, folder, "package.json"), "utf8"));
  const entries = Object.entries(manifest.exports).filter(([entry]) => !AT_HOME.has(join(manifest.name, entry)));
  return { folder, manifest, entries: Object.fromEntries(entries) };
}

/** The sources that the entries and commands name, from the repository's root. */
export function entryFiles({ folder, entries, manifest: { bin = {} } }: PublishedPackage): string[] {
  return [...Object.values(entries), ...Object.values(bin)].flatMap((source) => {
    const path = join(folder, source);
    if (!path.includes("*")) return [path];
    const home = dirname(path.slice(0, path.indexOf("*") + 1));
    return readdirSync(join(REPOSITORY, home), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !file.endsWith(".test.ts"))
      .map((file) => join(home, file));
  });
}
