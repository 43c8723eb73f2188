// Runs the lines of a document's `sh` blocks in one shell, as somebody who pastes them one after the other.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface RanLine {
  readonly line: string;
  readonly code: number;
  /** Standard output and error together. */
  readonly output: string;
}

/** Lines of the `sh` blocks of a section; comments and empty lines are left out. `heading`: such as `## Look around`. */
export function shellLines(markdown: string, heading: string): string[] {
  const [, from = ""] = markdown.split(`\n${heading}\n`);
  const section = from.split(/\n## /, 1)[0] ?? "";
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.flatMap((block) => block.split("\n")).filter((line) => line !== "" && !line.startsWith("#"));
}

const MARK = "\u0001";

/** Each line in the shell of the line before: what it has set is set. Throws where the shell itself ends early. */
export async function runShellLines(
  lines: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string | undefined> },
): Promise<RanLine[]> {
  const script = ["exec 2>&1", ...lines.flatMap((line) => [line, `printf '${MARK}%s${MARK}' $?`])].join("\n");
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
  const { stdout } = await promisify(execFile)("bash", ["-c", script], options);
  const told = stdout.split(MARK);
  if (told.length !== 2 * lines.length + 1) throw new Error(`the shell ended early: ${stdout.slice(-2_000)}`);
  return lines.map((line, index) => ({
    line,
    output: told[2 * index] ?? "",
    code: Number(told[2 * index + 1]),
  }));
}
