// A producing process as its parent sees it: every line goes to the ledger, and conditions are waited for, never time.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Ledger } from "./ledger.ts";
import { type Command, type Line, type ProducerOptions, readLine } from "./protocol.ts";

const PROGRAM = fileURLToPath(new URL("./producer.ts", import.meta.url));
/** For a condition that never comes true: generous, the machine is shared. */
const BOUND_MS = 90_000;

export class Producing {
  /** Of this process alone. */
  readonly seen = { recorded: 0, told: 0, spooled: 0, refused: 0, ready: false, locked: false };
  readonly problems = new Set<string>();
  counts: string | undefined;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #over = false;
  #waiting: (() => void)[] = [];

  constructor(options: ProducerOptions, ledger: Ledger) {
    const child = spawn(process.execPath, [PROGRAM, JSON.stringify(options)], { stdio: ["pipe", "pipe", "inherit"] });
    this.#child = child;
    // A process that died takes no more commands.
    child.stdin.on("error", () => {});
    const closed = once(child, "close");
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (text) => {
      const line = readLine(text);
      if (line === undefined) return;
      ledger.note(line);
      this.#see(line);
    });
    this.#ended = Promise.all([closed, once(lines, "close")]).then(() => {
      this.#over = true;
      this.#wake();
    });
  }

  #see(line: Line): void {
    const { seen } = this;
    if (line.what === "ready") seen.ready = true;
    if (line.what === "locked") seen.locked = true;
    if (line.what === "recorded") seen.recorded++;
    if (line.what === "told") seen.told++;
    if (line.what === "told" && line.where === "spool") seen.spooled++;
    if (line.what === "refused") seen.refused++;
    if (line.what === "problem") this.problems.add(line.kind);
    if (line.what === "counts") this.counts = line.json;
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Throws where the process ends before, or the bound is reached. */
  async until(what: string, condition: (producing: this) => boolean): Promise<void> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#wake();
    }, BOUND_MS);
    try {
      while (!condition(this)) {
        if (late) throw new Error(`not within ${BOUND_MS / 1_000} s: ${what}`);
        if (this.#over) throw new Error(`the producing process ended before: ${what}`);
        await new Promise<void>((resolve) => void this.#waiting.push(resolve));
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** From now on so many more. */
  async more(what: "recorded" | "told" | "spooled" | "refused", count: number): Promise<void> {
    const goal = this.seen[what] + count;
    await this.until(`${goal} ${what}`, ({ seen }) => seen[what] >= goal);
  }

  say(command: Command): void {
    this.#child.stdin?.write(`${command}\n`);
  }

  /** Throws where it did not end in order. */
  async end(how: "drain" | "close"): Promise<void> {
    this.say(how);
    await this.until(how, ({ counts }) => counts !== undefined);
    await this.#ended;
    if (this.#child.exitCode !== 0) throw new Error(`the producing process ended with ${this.#child.exitCode}`);
  }

  /** SIGKILL. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  async gone(): Promise<void> {
    await this.#ended;
  }
}
