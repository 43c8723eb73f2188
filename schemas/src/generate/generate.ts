// Writes everything that is generated from the contract; the drift test compares instead of writing.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { readContract, type Contract } from "../contract/read-contract.ts";
import { CATALOGUE_FOLDER, catalogueFiles } from "./catalogue/catalogue-files.ts";
import { producerFiles } from "./producer-packages.ts";
import { GENERATED_FOLDER, schemasFiles } from "./schemas-package.ts";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

/** Path (from the repository's root) and text of every generated file. */
export function generatedFiles(contract: Contract = readContract()): [path: string, text: string][] {
  return [...schemasFiles(contract), ...producerFiles(contract), ...catalogueFiles(contract)];
}

/** Paths of generated files whose text on disk is not what the contract says, and of files that it no longer knows. */
export function drift(files = generatedFiles()): string[] {
  return [...files.filter(([path, text]) => onDisk(path) !== text).map(([path]) => path), ...leftOver(files)];
}

/** Writes what has drifted, removes what is left over, and returns the paths. */
export function generate(): string[] {
  const files = generatedFiles();
  const texts = new Map(files);
  const changed = drift(files);
  for (const path of changed) {
    const target = join(REPOSITORY, path);
    const text = texts.get(path);
    if (text === undefined) {
      rmSync(target);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return changed;
}

/** Two folders hold nothing but generated files; packages of producers hold their owners' tests as well. */
function leftOver(files: [path: string, text: string][]): string[] {
  const known = new Set(files.map(([path]) => path));
  return [GENERATED_FOLDER, CATALOGUE_FOLDER].flatMap((folder) =>
    filesBelow(folder).filter((path) => !known.has(path)),
  );
}

function filesBelow(folder: string): string[] {
  const home = join(REPOSITORY, folder);
  if (!existsSync(home)) return [];
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(REPOSITORY, join(entry.parentPath, entry.name)));
}

function onDisk(path: string): string | undefined {
  const target = join(REPOSITORY, path);
  return existsSync(target) ? readFileSync(target, "utf8") : undefined;
}
