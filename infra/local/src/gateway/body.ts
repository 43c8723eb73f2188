/**
 * The body of a request: decompressed, bounded, and whole. A connection cut half-way ends in an error here, so that nothing of a
 * truncated INSERT is ever handed to the engine.
 */
import { type FileHandle, open } from "node:fs/promises";
import { type IncomingMessage } from "node:http";
import { type Transform, pipeline as plumb } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { ClickHouseFault } from "./faults.ts";

export const MAX_BODY_BYTES = 256 * 1024 * 1024;
/** A body comes in pieces of 64 KiB: a write for each costs as much as reading it. */
const WRITTEN_AT_ONCE = 1024 * 1024;

export class Body {
  readonly #chunks: AsyncIterator<Buffer>;
  #read = 0;

  constructor(message: IncomingMessage) {
    this.#chunks = decoded(message)[Symbol.asyncIterator]();
  }

  /** Reads until at least `bytes` are there or the body ends. */
  async peek(bytes: number): Promise<{ head: Buffer; whole: boolean }> {
    const parts: Buffer[] = [];
    let size = 0;
    while (size < bytes) {
      const part = await this.#next();
      if (part === undefined) return { head: Buffer.concat(parts), whole: true };
      parts.push(part);
      size += part.length;
    }
    return { head: Buffer.concat(parts), whole: false };
  }

  /** Writes `prefix` and all that is left into a new file; resolves only when the body has arrived whole. */
  async spool(prefix: Buffer, file: string): Promise<void> {
    const target = await open(file, "wx", 0o600);
    try {
      let held = [prefix];
      let size = prefix.length;
      for (let part = await this.#next(); part !== undefined; part = await this.#next()) {
        held.push(part);
        size += part.length;
        if (size < WRITTEN_AT_ONCE) continue;
        await writeAll(target, held, size);
        held = [];
        size = 0;
      }
      await writeAll(target, held, size);
    } finally {
      await target.close();
    }
  }

  async #next(): Promise<Buffer | undefined> {
    const next = await this.#chunks.next().catch((error: unknown) => {
      throw new ClickHouseFault(210, "NETWORK_ERROR", "The request's body did not arrive whole", {
        status: 400,
        cause: error,
      });
    });
    if (next.done === true) return undefined;
    this.#read += next.value.length;
    if (this.#read <= MAX_BODY_BYTES) return next.value;
    const sentence = `The request's body is larger than ${MAX_BODY_BYTES} bytes`;
    throw new ClickHouseFault(223, "QUERY_IS_TOO_LARGE", sentence);
  }
}

async function writeAll(target: FileHandle, pieces: Buffer[], size: number): Promise<void> {
  const { bytesWritten } = await target.writev(pieces);
  if (bytesWritten !== size) throw new Error(`only ${bytesWritten} of ${size} bytes could be spooled`);
}

function decoded(message: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = message.headers["content-encoding"] ?? "identity";
  if (encoding === "identity" || encoding === "") return message;
  const transform = decoders[encoding]?.();
  if (transform === undefined) {
    throw new ClickHouseFault(48, "NOT_IMPLEMENTED", `Unknown content encoding ${JSON.stringify(encoding)}`);
  }
  // Errors of either side reach the reader of `transform`.
  plumb(message, transform, () => {});
  return transform;
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};
