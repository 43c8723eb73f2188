// The command, run in this process with a home of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "../cli/run.ts";
import type { Surroundings } from "../cli/surroundings.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions extends Partial<Pick<Surroundings, "client" | "signal" | "now">> {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  /** Width of the terminal; undefined: a pipe. */
  readonly terminal?: number | undefined;
  /** At each write to standard output. */
  readonly onWrite?: (text: string) => Promise<void>;
}

export interface CliUnderTest extends Disposable {
  readonly home: string;
  /** A command line as people write it; without `audit-log` at its beginning, too. */
  run(line: string, options?: CliOptions): Promise<Ran>;
}

export const NOW = Date.parse("2026-03-21T12:00:00.000Z");

/** `always`: for every run, before what the run itself says. */
export function cliUnderTest(always: CliOptions = {}): CliUnderTest {
  const home = mkdtempSync(join(tmpdir(), "audit-log-cli-"));
  return {
    home,
    run: async (line, given = {}) => {
      const options = { ...always, ...given, env: { ...always.env, ...given.env } };
      const [out, err]: [string[], string[]] = [[], []];
      const isTerminal = options.terminal !== undefined;
      const columns = options.terminal ?? 80;
      const write = (texts: string[]) => async (text: string | Uint8Array) => {
        const shown = typeof text === "string" ? text : Buffer.from(text).toString("utf8");
        if (texts === out) await options.onWrite?.(shown);
        texts.push(shown);
      };
      const code = await runCli(words(line), {
        ...options,
        home,
        stdin: Object.assign(lines(options.stdin ?? ""), { isTerminal: false }),
        stdout: { write: write(out), isTerminal, columns },
        stderr: { write: write(err), isTerminal, columns },
        now: options.now ?? (() => NOW),
        signal: options.signal ?? new AbortController().signal,
      });
      return { code, out: out.join(""), err: err.join("") };
    },
    [Symbol.dispose]: () => rmSync(home, { recursive: true }),
  };
}

async function* lines(text: string): AsyncGenerator<string> {
  yield text;
}

/** As a shell splits it, as far as our examples go. */
function words(line: string): string[] {
  const found = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
  const end = found.findIndex((word) => word === "<" || word === "|");
  const all = end < 0 ? found : found.slice(0, end);
  return all[0] === "audit-log" ? all.slice(1) : all;
}

/** A token that says who it is of. */
export const tokenOf = (claims: object): string =>
  ["{}", JSON.stringify(claims), "signature"].map((part) => Buffer.from(part).toString("base64url")).join(".");
