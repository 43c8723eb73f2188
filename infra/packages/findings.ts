// What publint (the manifest and its files) and attw (the types that each way of importing gets) find wrong with a tarball.
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** The packages are ES modules for Node 24: how CommonJS and older resolution see them does not matter. */
const ELSEWHERE = new Set<string>(["node10", "node16-cjs"]);

export async function findings(tarball: string): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(tarball));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  const analysis = await checkPackage(createPackageFromTarballData(bytes));
  const found = messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
  if (analysis.types === false) return [...found, "attw: no types"];
  const wrong = analysis.problems.filter(
    (problem) => !("resolutionKind" in problem && ELSEWHERE.has(problem.resolutionKind)),
  );
  return [...found, ...wrong.map((problem) => `attw: ${JSON.stringify(problem)}`)];
}
