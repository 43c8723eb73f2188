/** Log files of the engines: bounded at each start, and their end is what a person is shown when one dies. */
import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";

const MAX_BYTES = 20 * 1024 * 1024;
const TAIL_BYTES = 4 * 1024;

/** Puts an overlong log aside (one generation is kept), so that a new run starts an empty one. */
export async function rotate(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > MAX_BYTES) await rename(file, `${file}.1`);
}

/** The last lines of a log, or an empty text. */
export async function tail(file: string, lines = 20): Promise<string> {
  try {
    await using handle = await open(file, "r");
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}
