/** The engines of one data directory as one thing: started one by one, stopped in reverse, failed as soon as one ends unasked. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type EnginesUnavailable } from "./engines.ts";
import { type EngineProgram, type GuardedProcess, startGuarded } from "./guarded-process.ts";

type Program = Pick<EngineProgram, "name" | "command" | "args" | "env">;

export class EngineGroup {
  /** Aborted when the group stops: downloads and other preparations end with it. */
  readonly signal: AbortSignal;
  readonly failed: Promise<never>;
  readonly #abort = new AbortController();
  readonly #dataDir: string;
  readonly #engines: GuardedProcess[] = [];
  readonly #fail: (fault: EnginesUnavailable) => void;
  #stopping: Promise<void> | undefined;

  constructor(dataDir: string) {
    const { promise, reject } = Promise.withResolvers<never>();
    // Whoever wants to know awaits it; that nobody does is no fault of its own.
    promise.catch(() => {});
    this.failed = promise;
    this.signal = this.#abort.signal;
    this.#dataDir = dataDir;
    this.#fail = reject;
  }

  async start(id: string, program: Program, afterStop: () => Promise<void> = async () => {}): Promise<GuardedProcess> {
    this.signal.throwIfAborted();
    const cwd = join(this.#dataDir, "run");
    await mkdir(cwd, { recursive: true, mode: 0o700 });
    const files = { logFile: join(this.#dataDir, "logs", `${id}.log`), pidFile: join(this.#dataDir, `${id}.pid`) };
    const engine = await startGuarded({ ...program, ...files, cwd });
    const stop = async () => {
      await engine.stop();
      await afterStop();
    };
    this.#engines.push({ ...engine, stop });
    void engine.ended.then((fault) => {
      if (!this.signal.aborted) this.#fail(fault);
    });
    if (this.signal.aborted) await stop();
    this.signal.throwIfAborted();
    return engine;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    this.#abort.abort();
    for (const engine of this.#engines.toReversed()) await engine.stop();
  }
}
