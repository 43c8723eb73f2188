// `npm start` as a person meets it: one at a time, what dies comes back, what is stopped leaves nothing behind.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { handedOn } from "../local/src/handed-on.ts";

const MAIN = fileURLToPath(new URL("../local/src/start.ts", import.meta.url));
const PATIENT = { timeout: 60_000, interval: 50 };

let folder: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-start-"));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), PATIENT);
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  lines: string[];
  /** Resolves with the first line that matches, also one that was printed before. */
  line(pattern: RegExp): Promise<string>;
}

function start(args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [MAIN, "--folder", folder, ...args], {
    env: { ...handedOn(), HOME: process.env["HOME"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      child.emit("line");
    });
  }
  const line = async (pattern: RegExp) => {
    for (;;) {
      const found = lines.find((one) => pattern.test(one));
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`ended before ${String(pattern)}:\n${lines.join("\n")}`);
      await Promise.race([once(child, "line"), once(child, "close")]);
    }
  };
  return { child, lines, line };
}

/** The engines that the whole test run shares, as a person would give addresses of their own. */
function sharedEngines(): Record<string, string> {
  const { url, writer, reader } = inject("clickhouse");
  return {
    KAFKA_BROKERS: inject("kafkaBrokers").join(),
    SCHEMA_REGISTRY_URL: inject("registryUrl"),
    CLICKHOUSE_URL: url,
    CLICKHOUSE_WRITER_USER: writer.username,
    CLICKHOUSE_WRITER_PASSWORD: writer.password,
    CLICKHOUSE_READER_USER: reader.username,
    CLICKHOUSE_READER_PASSWORD: reader.password,
  };
}

/** "<pid> <parent's pid> <command line>" of the processes whose command line names the text. */
function processesOf(text: string): string[] {
  const all = execFileSync("ps", ["-axww", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return all.split("\n").filter((line) => line.includes(text));
}

/** The API that this start runs; others may run beside it. */
function apiOf(child: ChildProcess): number {
  const programs = processesOf("query-api/src/main.ts").map((line) => line.trim().split(/\s+/).map(Number));
  const own = programs.find(([, parent]) => parent === child.pid);
  return own?.[0] ?? expect.unreachable("no API runs");
}

test(
  "a second start is refused, the API comes back when it is killed, Ctrl-C leaves nothing",
  { timeout: 120_000 },
  async () => {
    const first = start(["--no-demo"], sharedEngines());
    await first.line(/^Ctrl-C stops everything/);
    const run: { api: string } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));

    for (const args of [["--no-demo"], ["--fresh"], ["--check"]]) {
      const second = start(args, sharedEngines());
      expect(await once(second.child, "close")).toEqual([1, null]);
      expect(second.lines).toEqual(["npm start runs here already: stop it first."]);
    }
    expect((await fetch(`${run.api}/readyz`)).status).toBe(200);

    process.kill(apiOf(first.child), "SIGKILL");
    await first.line(/the api ended unexpectedly; starting it again/);
    await vi.waitFor(async () => expect((await fetch(`${run.api}/readyz`)).status).toBe(200), PATIENT);

    first.child.kill("SIGINT");
    expect(await once(first.child, "close")).toEqual([0, null]);
    expect(existsSync(join(folder, "run.json"))).toBe(false);
  },
);

test("Ctrl-C while the engines still start leaves no process behind", { timeout: 120_000 }, async () => {
  const early = start(["--no-demo"]);
  await early.line(/embedded engines/);
  // Far enough that engines run, not far enough that they are ready.
  await vi.waitFor(() => expect(processesOf(folder).filter((line) => line.includes("java"))).not.toEqual([]), PATIENT);
  early.child.kill("SIGINT");
  expect(await once(early.child, "close")).toEqual([130, null]);
  await vi.waitFor(() => expect(processesOf(folder)).toEqual([]), PATIENT);
});
