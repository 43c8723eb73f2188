// A download into a file, which is there once it is whole.
import { createHash } from "node:crypto";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createReadStream, createWriteStream } from "node:fs";
import { createGzip } from "node:zlib";
import type { AuditLogClient, ExportOptions } from "../../src/index.ts";
import { bytesOf, cutToWholeLines, partOf, questionOf, type KeptQuestion } from "./kept.ts";

export interface Saved {
  readonly rows: number;
  /** Of the file before it is compressed. */
  readonly bytes: number;
  /** Of the same bytes, hexadecimal. */
  readonly sha256: string;
}

export interface SaveOptions {
  readonly path: string;
  readonly question: KeptQuestion;
  /** Goes on behind what is kept. */
  readonly resume: boolean;
  readonly onProgress: NonNullable<ExportOptions["onProgress"]>;
  readonly signal: AbortSignal;
}

const LINE_END = 0x0a;

/** Throws what the download throws; what came until then stays beside the file. */
export async function save(client: AuditLogClient, options: SaveOptions): Promise<Saved> {
  const { path, question, resume, onProgress, signal } = options;
  const part = partOf(path);
  const hash = createHash("sha256");
  let [rows, bytes] = [0, 0];
  const add = (piece: Buffer): void => {
    hash.update(piece);
    bytes += piece.length;
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) rows += 1;
  };

  const { after } = resume ? await cutToWholeLines(part) : { after: undefined };
  await writeFile(questionOf(path), `${JSON.stringify(question)}\n`, { mode: 0o600 });
  const file = await open(part, resume ? "a" : "w", 0o600);
  let manifestRows = 0;
  try {
    if (resume) for await (const piece of bytesOf(part)) add(piece);
    const keptRows = rows;
    const told: typeof onProgress = (progress) =>
      onProgress({ bytes, rows: progress.rows === undefined ? undefined : keptRows + progress.rows });
    const pieces = client.export({ ...question, after, onProgress: told }, signal);
    for (let next = await pieces.next(); ; next = await pieces.next()) {
      if (next.done === true) {
        manifestRows = keptRows + next.value.rows;
        break;
      }
      add(next.value);
      await file.writeFile(next.value);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await finish(part, path);
  await rm(questionOf(path), { force: true });
  return { rows: manifestRows, bytes, sha256: hash.digest("hex") };
}

async function finish(part: string, path: string): Promise<void> {
  if (!path.endsWith(".gz")) return rename(part, path);
  const packed = `${part}.gz`;
  await pipeline(createReadStream(part), createGzip(), createWriteStream(packed, { mode: 0o600 }));
  await rename(packed, path);
  await rm(part);
}
