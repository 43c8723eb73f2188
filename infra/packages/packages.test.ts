// What is published works where nothing of this repository is: nothing found wrong, and the two-line start runs on plain JavaScript.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findings } from "./findings.ts";
import { packAll, type PackedPackage } from "./pack-all.ts";
import { REPOSITORY } from "./published.ts";

const out = mkdtempSync(join(tmpdir(), "audit-log-packages-"));
const team = join(out, "team");
let packed: PackedPackage[] = [];

/** As npm would install it, without the network: third parties are links to what is installed here, and only those that a package names. */
function install({ name, tarball }: PackedPackage): void {
  const target = join(team, "node_modules", name);
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(target, "package.json"), "utf8"),
  );
  for (const dependency of Object.keys(dependencies).filter((other) => !other.startsWith("@audit-log/"))) {
    const link = join(target, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(REPOSITORY, "node_modules", dependency), link);
  }
}

const PROGRAM = `import { membership } from "@audit-log/membership";
import { project, user } from "@audit-log/producer-core";
import { recordingProducer } from "@audit-log/producer-core/testing";
await using producer = await recordingProducer();
membership(producer.recorder).membership.roleDeleted({
  scope: project("p"), initiator: user("u"), resource: { id: "r" }, details: { roleId: "r" },
});
const [event] = await producer.events("membership.role.delete");
process.stdout.write(event?.details.roleId ?? "none");
`;

beforeAll(() => {
  packed = packAll(out);
  for (const each of packed) install(each);
  writeFileSync(join(team, "package.json"), '{"type":"module"}');
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

it("publint and attw find nothing", async () => {
  const found = await Promise.all(packed.map(async ({ name, tarball }) => [name, await findings(tarball)]));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(packed.map(({ name }) => [name, []])));
}, 60_000);

it("every package is an import away, and holds no test and no source", () => {
  const imports = packed.map(({ name }) => `await import(${JSON.stringify(name)});`).join("\n");
  writeFileSync(join(team, "all.js"), imports);
  execFileSync(process.execPath, ["all.js"], { cwd: team, stdio: "pipe" });
  for (const { tarball } of packed) {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    // "for-tests" is what teams get for their own tests.
    expect(files.filter((file) => /(?<!for-)tests?\b|\/testing\/|vitest/.test(file))).toEqual([]);
    expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["package/LICENSE", "package/README.md", "package/package.json"]));
  }
});

it("the command that reads the log runs where it is installed", () => {
  const { bin }: { bin: Record<string, string> } = JSON.parse(
    readFileSync(join(team, "node_modules/@audit-log/client/package.json"), "utf8"),
  );
  const command = join(team, "node_modules/@audit-log/client", bin["audit-log"] ?? "none");
  expect(readFileSync(command, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  const env = { HOME: team, PATH: process.env["PATH"] };
  expect(execFileSync(process.execPath, [command, "--help"], { cwd: team, env, encoding: "utf8" })).toContain(
    "Usage: audit-log",
  );
});

it("a team's first lines run, and their types are there", () => {
  writeFileSync(join(team, "start.ts"), PROGRAM);
  const types = {
    target: "es2024",
    lib: ["es2024", "esnext.disposable"],
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
  };
  const typeRoots = [join(REPOSITORY, "node_modules/@types")];
  const options = { ...types, types: ["node"], typeRoots };
  writeFileSync(join(team, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["start.ts"] }));
  const tsc = join(REPOSITORY, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", "."], { cwd: team, stdio: "pipe" });
  expect(execFileSync(process.execPath, ["start.js"], { cwd: team, encoding: "utf8" })).toBe("r");
}, 60_000);
