// Everything of the process that the command touches, so that tests run it without one.
import type { ClientOptions } from "../src/index.ts";

export interface Out {
  /** Resolves when more may be written. Rejects with PipeClosed where nobody reads any more. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width of the terminal. */
  readonly columns: number;
}

export interface In extends AsyncIterable<string | Uint8Array> {
  readonly isTerminal: boolean;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  readonly stdin: In;
  readonly stdout: Out;
  readonly stderr: Out;
  /** Milliseconds UTC. */
  readonly now: () => number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** For tests. */
  readonly client?: Partial<Pick<ClientOptions, "fetch" | "pace" | "timeoutMs">>;
}

/** `audit-log … | head`: whoever read has enough. */
export class PipeClosed extends Error {
  override readonly name = "PipeClosed";
}
