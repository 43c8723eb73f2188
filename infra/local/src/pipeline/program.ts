// One of our programs as a child process: its log in a file, its health asked over HTTP, its end with ours.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { tail } from "../engines/log-file.ts";
import { handedOn } from "../handed-on.ts";

export interface ProgramSpec {
  name: string;
  /** Path from the repository's root. */
  main: string;
  /** The whole environment, beside what a process needs to run at all. */
  env: Record<string, string>;
  port: number;
  logFolder: string;
}

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const READY_MS = 60_000;
const STOP_MS = 30_000;
const ASK_EVERY_MS = 50;

export class Program {
  readonly name: string;
  readonly url: string;
  readonly logFile: string;
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;

  constructor({ name, main, env, port, logFolder }: ProgramSpec) {
    mkdirSync(logFolder, { recursive: true, mode: 0o700 });
    this.name = name;
    this.url = `http://127.0.0.1:${port}`;
    this.logFile = join(logFolder, `${name}.log`);
    const log = openSync(this.logFile, "a", 0o600);
    this.#child = fork(join(ROOT, main), [], {
      execPath: process.execPath,
      // The parent's environment is not handed on: a program sees what it is given.
      env: {
        ...handedOn(),
        HOST: "127.0.0.1",
        PORT: String(port),
        AUDIT_EXIT_WITH_PARENT: "1",
        ...env,
      },
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    this.#exit = once(this.#child, "exit");
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  hasExited(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Resolves when the process has ended, for whatever reason. */
  async exited(): Promise<void> {
    await this.#exit;
  }

  /** Throws with the end of its log where it exits first, or is not ready in a minute. */
  async ready(): Promise<void> {
    const deadline = performance.now() + READY_MS;
    while (performance.now() < deadline) {
      if (this.hasExited()) throw new Error(`${this.name} ended before it was ready:\n${await tail(this.logFile)}`);
      if (await answersOk(`${this.url}/readyz`)) return;
      await Promise.race([sleep(ASK_EVERY_MS), this.#exit]);
    }
    throw new Error(`${this.name} is not ready after ${READY_MS / 1_000} s:\n${await tail(this.logFile)}`);
  }

  /** Asks it to end, and ends it where it does not. */
  async stop(): Promise<void> {
    if (this.hasExited()) return;
    this.#child.kill("SIGTERM");
    const timeout = new AbortController();
    const late = sleep(STOP_MS, undefined, { signal: timeout.signal }).then(() => this.#child.kill("SIGKILL"));
    await this.#exit;
    timeout.abort();
    await late.catch(() => false);
  }

  /** For fault tests: no goodbye. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Not listening yet.
    return false;
  }
}
