// What is kept of a download that was broken off, and where it goes on.
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { ExportFormat, Selection } from "../../src/index.ts";
import { UsageError } from "../exit.ts";

/** What was asked for, with its period fixed. */
export interface KeptQuestion extends Selection {
  readonly start: string;
  readonly end: string;
  readonly format: ExportFormat;
}

export const partOf = (path: string): string => `${path}.part`;
export const questionOf = (path: string): string => `${path}.part.json`;

/** Throws UsageError where there is nothing to go on with. */
export async function keptQuestion(path: string): Promise<KeptQuestion> {
  const text = await readFile(questionOf(path), "utf8").catch(() => {
    throw new UsageError(`nothing was broken off: there is no ${questionOf(path)}`);
  });
  const question: KeptQuestion = JSON.parse(text);
  if (question.format !== "ndjson")
    throw new UsageError(`only ndjson can go on, not ${question.format}: leave out --resume to begin anew`);
  return question;
}

const LINE_END = 0x0a;
/** More than the longest line. */
const LOOK_BACK_BYTES = 4 * 1024 * 1024;

/** Cuts the file behind its last whole line, and says which that is; undefined where there is none. */
export async function cutToWholeLines(path: string): Promise<{ after: string | undefined; bytes: number }> {
  const file = await open(path, "r+").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return undefined;
    throw fault;
  });
  if (file === undefined) return { after: undefined, bytes: 0 };
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - LOOK_BACK_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const tail = buffer.subarray(0, bytesRead);
    const end = tail.lastIndexOf(LINE_END) + 1;
    const bytes = end === 0 ? 0 : from + end;
    await file.truncate(bytes);
    if (end === 0) return { after: undefined, bytes };
    const start = end < 2 ? 0 : tail.lastIndexOf(LINE_END, end - 2) + 1;
    const { eventTimeStamp, id, scope }: { eventTimeStamp: string; id: string; scope: { id: string } } = JSON.parse(
      tail.subarray(start, end).toString("utf8"),
    );
    return { after: [eventTimeStamp, id, scope.id].join(","), bytes };
  } finally {
    await file.close();
  }
}

/** Hands on what the file has. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path)) if (Buffer.isBuffer(piece)) yield piece;
}
