/** boot.mjs on a small project with an npm of the test's own: what is installed when, and how a command's end is passed on. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const here = dirname(fileURLToPath(import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "audit-boot-"));
  await mkdir(join(root, "infra/local/src"), { recursive: true });
  await mkdir(join(root, "bin"));
  await cp(here, join(root, "infra/local/boot"), { recursive: true });
  await cp(join(here, "../boot.mjs"), join(root, "infra/local/boot.mjs"));
  await writeFile(join(root, "package-lock.json"), "1");
  await writeFile(join(root, "package.json"), '{"type":"module"}');
  await writeFile(join(root, "infra/local/src/start.ts"), "console.log('ran', process.argv[2] as string);");
  await npmThat("sleep 0.3; mkdir -p node_modules");
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("installs once, then runs the command with its arguments", async () => {
  const first = await boot("start", "--fresh");
  expect(first.stdout).toBe("ran --fresh\n");
  expect(first.stderr).toContain("installing packages…");
  expect((await boot("start")).stderr).toBe("");
  expect(await installs()).toBe(1);
});

it("installs again when the lockfile has changed", async () => {
  await boot("start");
  await writeFile(join(root, "package-lock.json"), "2");
  await boot("start");
  expect(await installs()).toBe(2);
});

it("installs once when two start at the same time", async () => {
  const both = await Promise.all([boot("start"), boot("start")]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(await installs()).toBe(1);
});

it("takes over from an install whose process is gone", async () => {
  await mkdir(join(root, ".local/npm-install.lock"), { recursive: true });
  const gone = spawn("true");
  await once(gone, "exit");
  await writeFile(join(root, ".local/npm-install.lock/pid"), String(gone.pid));
  expect((await boot("start")).code).toBe(0);
});

it("trusts packages that npm installed by hand", async () => {
  await mkdir(join(root, "node_modules"));
  await writeFile(join(root, "node_modules/.package-lock.json"), "");
  await utimes(join(root, "package-lock.json"), 1, 1);
  expect((await boot("start")).code).toBe(0);
  expect(await installs()).toBe(0);
});

it("says in one sentence that npm failed, after what npm said", async () => {
  await npmThat("echo 'no network' >&2; exit 7");
  const { code, stderr } = await boot("start");
  expect(code).toBe(1);
  expect(stderr).toContain("no network\n");
  expect(stderr).toMatch(/The packages could not be installed \(npm ci: 7\).*\n$/);
});

it("passes on the exit code, and ends a run at its first failing step", async () => {
  await writeFile(join(root, "infra/local/src/start.ts"), "process.exit(3)");
  expect((await boot("start")).code).toBe(3);
  expect((await boot("check")).code).not.toBe(0);
});

const WAITING =
  "process.once('SIGTERM', () => { console.log('ended'); process.exit(0); }); setInterval(() => {}, 1000); console.log('up');";

it("passes SIGTERM on and waits for the command to end", async () => {
  await writeFile(join(root, "infra/local/src/start.ts"), WAITING);
  const child = start("start");
  const output = collect(child);
  await output.until("up");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect([code, output.text()]).toEqual([0, "up\nended\n"]);
});

it("ends with the npm that started it, however that ends", async () => {
  await writeFile(join(root, "infra/local/src/start.ts"), WAITING);
  const script = `"${process.execPath}" "${join(root, "infra/local/boot.mjs")}" start; true`;
  const shell = spawn("sh", ["-c", script], { env: { ...process.env, PATH: path(), npm_lifecycle_event: "start" } });
  const output = collect(shell);
  await output.until("up");
  shell.kill("SIGKILL");
  await output.until("ended");
});

it("names the commands when it does not know one", async () => {
  expect((await boot("strat")).stderr).toContain('Unknown command "strat": there are start,');
});

async function npmThat(script: string): Promise<void> {
  const file = join(root, "bin/npm");
  await writeFile(file, `#!/bin/sh\necho "$@" >> "${root}/npm-calls"\n${script}\n`);
  await chmod(file, 0o755);
}

async function installs(): Promise<number> {
  const calls = await readFile(join(root, "npm-calls"), "utf8").catch(() => "");
  return calls.split("\n").filter((line) => line.startsWith("ci")).length;
}

const path = (): string => [join(root, "bin"), process.env["PATH"]].join(delimiter);

function start(...args: string[]): ChildProcess {
  const env = { ...process.env, PATH: path() };
  return spawn(process.execPath, [join(root, "infra/local/boot.mjs"), ...args], { env });
}

async function boot(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = start(...args);
  const [stdout, stderr] = [collect(child), collect(child, "stderr")];
  const [code] = await once(child, "close");
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(child: ChildProcess, name: "stdout" | "stderr" = "stdout") {
  let text = "";
  const stream = child[name];
  stream?.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  const until = async (part: string) => {
    while (!text.includes(part)) await once(stream ?? child, "data");
  };
  return { text: () => text, until };
}
