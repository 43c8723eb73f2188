// The worker as a black box: the real program with its environment. What it does by itself, ends or grows, is remembered.
import { type ChildProcess, fork } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { until } from "./until.ts";
import { handedOn } from "../../local/src/handed-on.ts";

const MAIN = fileURLToPath(new URL("../../../consumers/src/main.ts", import.meta.url));
const SAMPLE_EVERY_MS = 200;
const TAIL_CHARS = 1_500;

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Between the request to stop and the end. */
  ms: number;
}

export class WorkerProcess {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #logFile: string;
  readonly #ended: Promise<void>;
  #asked: number | undefined;
  #peakMiB = 0;

  constructor(name: string, port: number, logFile: string, env: Record<string, string>) {
    this.name = name;
    this.#url = `http://127.0.0.1:${port}`;
    this.#logFile = logFile;
    const log = openSync(logFile, "a", 0o600);
    this.#child = fork(MAIN, [], {
      env: {
        ...handedOn(),
        HOST: "127.0.0.1",
        PORT: String(port),
        AUDIT_EXIT_WITH_PARENT: "1",
        LOG_LEVEL: "info",
        ...env,
      },
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    const sampling = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
    this.#ended = new Promise((resolve) =>
      this.#child.once("exit", () => {
        clearInterval(sampling);
        resolve();
      }),
    );
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Most that it ever held in memory; 0 where the system does not say. */
  get peakMiB(): number {
    return this.#peakMiB;
  }

  /** It ended and nobody had asked it to: what its log said last. */
  get crash(): string | undefined {
    if (this.running || this.#asked !== undefined) return undefined;
    return `${this.name} ended by itself (${this.#child.signalCode ?? this.#child.exitCode}): ${this.tail()}`;
  }

  tail(): string {
    return readFileSync(this.#logFile, "utf8").slice(-TAIL_CHARS);
  }

  /** It has had an assignment. Throws where it ends before. */
  async ready(): Promise<void> {
    await until(`${this.name} is ready`, async () => !this.running || (await this.answersOk("/readyz")));
    if (!this.running) throw new Error(this.crash ?? `${this.name} was ended before it was ready`);
  }

  async answersOk(path: "/livez" | "/readyz"): Promise<boolean> {
    try {
      const response = await fetch(this.#url + path, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** Sum over all labels. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.#url}/metrics`, { signal: AbortSignal.timeout(2_000) })).text();
    const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, "gm"))];
    return values.reduce((sum, [, value]) => sum + Number(value), 0);
  }

  freeze(): void {
    this.#child.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child.kill("SIGCONT");
  }

  /** SIGKILL, at once. */
  async kill(): Promise<void> {
    this.#asked ??= performance.now();
    this.#sample();
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** SIGTERM. Bounded by whoever waits: a worker that does not end is killed after a minute and tells so by its signal. */
  async stop(): Promise<Ending> {
    const asked = (this.#asked ??= performance.now());
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#child.kill("SIGKILL"), 60_000);
    await this.#ended;
    clearTimeout(late);
    return { code: this.#child.exitCode, signal: this.#child.signalCode, ms: performance.now() - asked };
  }

  #sample(): void {
    try {
      const status = readFileSync(`/proc/${this.#child.pid ?? 0}/status`, "utf8");
      this.#peakMiB = Math.max(this.#peakMiB, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024);
    } catch {
      // It has just ended, or the system has no such file.
    }
  }
}
