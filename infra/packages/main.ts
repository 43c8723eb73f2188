// npm run packages:check [-- --out <folder>]: builds, packs and checks everything that is published; fails where anything is found.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { findings } from "./findings.ts";
import { packAll } from "./pack-all.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
const out = values.out ?? mkdtempSync(join(tmpdir(), "audit-log-packages-"));
mkdirSync(out, { recursive: true });

for (const { name, tarball } of packAll(out)) {
  const found = await findings(tarball);
  console.log([`${name}: ${found.length === 0 ? tarball : `${found.length} findings`}`, ...found].join("\n  "));
  if (found.length > 0) process.exitCode = 1;
}
