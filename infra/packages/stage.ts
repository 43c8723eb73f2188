// The folder of one package as it is published: built files, manifest, README, licence. Nothing in it points at TypeScript sources.
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PublishedPackage, REPOSITORY } from "./published.ts";

const KEPT = ["README.md"];
const FROM_ROOT = ["LICENSE", "NOTICE"];

/** `built` is what build() filled. Answers with the folder, ready for `npm pack`. */
export function stage(published: PublishedPackage, built: string, out: string): string {
  const target = join(out, published.manifest.name);
  mkdirSync(target, { recursive: true });
  cpSync(join(built, published.folder), join(target, "dist"), { recursive: true });
  for (const file of KEPT) cpSync(join(REPOSITORY, published.folder, file), join(target, file));
  for (const file of FROM_ROOT) cpSync(join(REPOSITORY, file), join(target, file));
  writeFileSync(join(target, "package.json"), `${JSON.stringify(publishedManifest(published, target), null, 2)}\n`);
  return target;
}

function publishedManifest({ manifest, entries }: PublishedPackage, target: string): object {
  const { name, version, description, license, engines = { node: ">=24" }, bin } = manifest;
  const { dependencies = {}, peerDependencies, peerDependenciesMeta } = manifest;
  const imported = importedPackages(join(target, "dist"));
  return {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    engines,
    bin: bin && mappedValues(bin, (source) => `${stemOf(source)}.js`),
    exports: {
      ...mappedValues(entries, (source) => ({ types: `${stemOf(source)}.d.ts`, default: `${stemOf(source)}.js` })),
      "./package.json": "./package.json",
    },
    files: ["dist", "README.md", ...FROM_ROOT],
    // What only an entry that stays at home needs is no dependency of what is published.
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([dependency]) => imported.has(dependency))),
    peerDependencies,
    peerDependenciesMeta,
    publishConfig: { access: "restricted" },
  };
}

const stemOf = (source: string): string => source.replace(/^\.\//, "./dist/").replace(/\.ts$/, "");

const mappedValues = <Value>(entries: Record<string, string>, to: (source: string) => Value): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).map(([entry, source]) => [entry, to(source)]));

/** Names of the packages that built files import, also for their types. */
function importedPackages(dist: string): Set<string> {
  const files = globSync("**/*.{js,d.ts}", { cwd: dist });
  const specifiers = files.flatMap((file) =>
    Array.from(
      readFileSync(join(dist, file), "utf8").matchAll(/(?:from|import\(|import)\s*"([^".][^"]*)"/g),
      ([, specifier = ""]) => specifier,
    ),
  );
  return new Set(specifiers.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier));
}
