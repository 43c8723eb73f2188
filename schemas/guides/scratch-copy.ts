// A copy of what the contract's commands read and write, in a temporary folder, so that tests may generate and publish.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { appended, stepsOf } from "./guide-blocks.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COPIED = [
  "schemas",
  "producers",
  "infra/local/boot.mjs",
  "infra/local/boot",
  "package.json",
  "package-lock.json",
];

export interface Outcome {
  code: number;
  /** What was printed, on both ways out. */
  said: string;
}

export interface ScratchCopy extends Disposable {
  read(path: string): string;
  write(path: string, text: string): void;
  /** Runs it in the copy's root, without a registry unless `environment` names one. */
  run(command: string, environment?: Record<string, string>): Promise<Outcome>;
  /** Does everything that a guide says; throws where a command fails. */
  follow(guide: string): Promise<string>;
  /** What the compiler says of one file; what that imports is for `npm run types` to judge. */
  typecheck(path: string): Promise<string[]>;
}

/** `path`: where programs are found, as the environment has it. */
export function scratchCopy(path = ""): ScratchCopy {
  const folder = mkdtempSync(join(tmpdir(), "audit-contract-"));
  for (const file of [...COPIED, "tsconfig.json"]) {
    cpSync(join(ROOT, file), join(folder, file), {
      recursive: true,
      filter: (source) => !/node_modules|\.test\.ts$/.test(source.slice(ROOT.length)),
    });
  }
  linkPackages(folder);

  const programs = [join(folder, "node_modules", ".bin"), path].join(delimiter);
  const copy: ScratchCopy = {
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run: (command, environment = {}) => run(folder, command, { PATH: programs, ...environment }),
    async follow(guide) {
      const said: string[] = [];
      for (const step of stepsOf(guide)) {
        if (step.kind === "write") copy.write(step.path, step.text);
        else if (step.kind === "append") copy.write(step.path, appended(copy.read(step.path), step.text, step.path));
        else {
          const outcome = await copy.run(step.commands);
          if (outcome.code !== 0) throw new Error(`${step.commands}\n${outcome.said}`);
          said.push(outcome.said);
        }
      }
      return said.join("");
    },
    async typecheck(path) {
      // Declarations that no import leads to hold for all files.
      const only = { extends: "./tsconfig.json", include: ["schemas/**/*.d.ts", "producers/**/*.d.ts"], files: [path] };
      copy.write("tsconfig.one.json", JSON.stringify(only));
      const { said } = await copy.run("tsc --noEmit -p tsconfig.one.json");
      return said.split("\n").filter((line) => line.startsWith(path));
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
  return copy;
}

/** The packages that are installed, but our own from the copy: the links of the installed ones would lead back. */
function linkPackages(folder: string): void {
  const installed = join(ROOT, "node_modules");
  const home = join(folder, "node_modules");
  mkdirSync(join(home, "@audit-log"), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== "@audit-log") symlinkSync(join(installed, name), join(home, name));
  // Boot would install: npm leaves this file behind, and a new one says that all is there.
  rmSync(join(home, ".audit-log-lock"), { force: true });
  rmSync(join(home, ".package-lock.json"), { force: true });
  writeFileSync(join(home, ".package-lock.json"), "{}");
  const packages = ["schemas", ...readdirSync(join(folder, "producers")).map((name) => `producers/${name}`)];
  for (const path of packages) {
    const name = packageName(join(folder, path, "package.json"));
    if (name !== undefined) symlinkSync(join(folder, path), join(home, name));
  }
}

function packageName(manifest: string): string | undefined {
  try {
    const { name }: { name: string } = JSON.parse(readFileSync(manifest, "utf8"));
    return name;
  } catch {
    return undefined; // not every folder is a package
  }
}

async function run(folder: string, command: string, environment: Record<string, string>): Promise<Outcome> {
  const env = { HOME: folder, npm_config_update_notifier: "false", ...environment };
  try {
    const { stdout, stderr } = await promisify(execFile)("sh", ["-e", "-c", command], { cwd: folder, env });
    return { code: 0, said: stdout + stderr };
  } catch (cause) {
    if (!(cause instanceof Error) || !("stdout" in cause) || !("stderr" in cause)) throw cause;
    return { code: 1, said: `${String(cause.stdout)}${String(cause.stderr)}` };
  }
}
