/**
 * Connections to the embedded engine. Every request gets a fresh one (0.3 ms to open), so that no setting, parameter or database of
 * one request is seen by another; a bounded number run at a time, each with its own named pipe for results.
 */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ChdbResult, Session } from "chdb";
import { ClickHouseFault } from "./faults.ts";
import { quoteString } from "./literals.ts";

export interface PoolOptions {
  readonly dataDir: string;
  readonly spoolDir: string;
  readonly configFile: string;
  readonly size: number;
  readonly queueLimit: number;
}

/** One request's connection. `mark` begins its SQL, so that it can be found and cancelled from another connection. */
export interface Lease {
  readonly pipe: string;
  run(sql: string, format?: string): Promise<ChdbResult>;
  cancel(): Promise<void>;
  release(): void;
}

export class Pool {
  /** Of the engine, e.g. `26.7.2.1`. */
  readonly version: string;
  readonly #options: PoolOptions;
  readonly #anchor: Session;
  readonly #pipes: string[];
  readonly #waiting: ((pipe: string) => void)[] = [];
  readonly #running = new Set<Lease>();

  private constructor(options: PoolOptions, version: string, anchor: Session, pipes: string[]) {
    this.#options = options;
    this.version = version;
    this.#anchor = anchor;
    this.#pipes = pipes;
  }

  static async open(options: PoolOptions): Promise<Pool> {
    const pipes = Array.from({ length: options.size }, (_, index) => join(options.spoolDir, `result-${index}.pipe`));
    await Promise.all(pipes.map((pipe) => rm(pipe, { force: true })));
    await promisify(execFile)("mkfifo", ["-m", "600", ...pipes]);
    // The first connection starts the engine with its configuration and keeps it running until the pool closes.
    const anchor = new Session(options.dataDir, { connectionArgs: [`--config-file=${options.configFile}`] });
    const version = (await anchor.queryAsync("SELECT version()", { format: "TSVRaw" })).text().trim();
    return new Pool(options, version, anchor, pipes);
  }

  async lease(): Promise<Lease> {
    const pipe = this.#pipes.pop() ?? (await this.#next());
    let session: Session;
    try {
      session = new Session(this.#options.dataDir);
    } catch (error) {
      this.#give(pipe);
      throw error;
    }
    const mark = `/* lease ${randomUUID()} */ `;
    const lease: Lease = {
      pipe,
      run: (sql, format = "TabSeparated") => session.queryAsync(mark + sql, { format }),
      cancel: async () => {
        await this.#anchor.queryAsync(`KILL QUERY WHERE startsWith(query, ${quoteString(mark)}) ASYNC`);
      },
      release: () => {
        session.close();
        this.#running.delete(lease);
        this.#give(pipe);
      },
    };
    this.#running.add(lease);
    return lease;
  }

  /** Cancels what still runs; the caller has stopped taking requests. */
  async cancelAll(): Promise<void> {
    await Promise.allSettled([...this.#running].map((lease) => lease.cancel()));
  }

  close(): void {
    this.#anchor.close();
  }

  #next(): Promise<string> {
    if (this.#waiting.length >= this.#options.queueLimit) {
      throw new ClickHouseFault(202, "TOO_MANY_SIMULTANEOUS_QUERIES", "Too many simultaneous queries");
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(pipe: string): void {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) this.#pipes.push(pipe);
    else waiting(pipe);
  }
}
