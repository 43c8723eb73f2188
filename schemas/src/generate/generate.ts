// Writes everything that is generated from the contract; the drift test compares instead of writing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readContract, type Contract } from "../contract/read-contract.ts";
import { producerFiles } from "./producer-packages.ts";
import { schemasFiles } from "./schemas-package.ts";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

/** Path (from the repository's root) and text of every generated file. */
export function generatedFiles(contract: Contract = readContract()): [path: string, text: string][] {
  return [...schemasFiles(contract), ...producerFiles(contract)];
}

/** Paths of generated files whose text on disk is not what the contract says. */
export function drift(files = generatedFiles()): string[] {
  return files.filter(([path, text]) => onDisk(path) !== text).map(([path]) => path);
}

/** Writes what has drifted and returns its paths. */
export function generate(): string[] {
  const files = generatedFiles();
  const changed = new Set(drift(files));
  for (const [path, text] of files) {
    if (!changed.has(path)) continue;
    const target = join(REPOSITORY, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return [...changed];
}

function onDisk(path: string): string | undefined {
  const target = join(REPOSITORY, path);
  return existsSync(target) ? readFileSync(target, "utf8") : undefined;
}
