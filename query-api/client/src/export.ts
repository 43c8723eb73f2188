// A download: the entries of a selection as a file, which is whole and proven to be, or an error.
import { createHash } from "node:crypto";
import { createGunzip } from "node:zlib";
import { ApiError } from "./api-error.ts";
import type { Manifest } from "./answers.ts";
import { openDownload, type Download } from "./download.ts";
import type { Order } from "./entries.ts";
import { answered, requestIdOf, type HttpOptions } from "./http.ts";
import { ManifestLine } from "./manifest-line.ts";
import { scopePath, selectionQuery, urlOf, type Selection } from "./scope.ts";

export const exportFormats = ["ndjson", "csv", "parquet", "ocsf"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions extends Selection {
  /** Default: ndjson. */
  readonly format?: ExportFormat | undefined;
  /** Default: oldest-first. */
  readonly order?: Order | undefined;
  /** On the way only; what is handed on is not compressed. Default: none. */
  readonly compression?: "none" | "gzip" | undefined;
  /** Goes on behind the last entry of a download that was broken off: the cursor of its manifest. All else must be as it was. */
  readonly cursor?: string | undefined;
  /** The same with what is known without a manifest: `eventTimeStamp,id,scope.id` of the last whole line; start and end must be given. */
  readonly after?: string | undefined;
  /** So much was handed on. `rows`: whole lines; undefined where the format has none that can be counted. */
  readonly onProgress?: ((progress: { readonly rows: number | undefined; readonly bytes: number }) => void) | undefined;
}

/** Thrown where a download broke off. What was handed on until then are whole lines, where the format has lines. */
export class BrokenOff extends ApiError {
  /** With which to go on; undefined where the service could not say any more. */
  readonly cursor: string | undefined;

  constructor(
    message: string,
    { cursor, ...parts }: { cursor?: string | undefined; requestId?: string | undefined; cause?: unknown },
  ) {
    super(message, parts);
    this.cursor = cursor;
  }
}

const TRAILER = "x-audit-manifest";

/**
 * The file's bytes, without the manifest's own line. The generator returns the manifest once the whole file was handed on and is proven by it:
 * rows (where they are lines), bytes and SHA-256. Throws BrokenOff, ApiError.
 */
export async function* exportEntries(
  http: HttpOptions,
  options: ExportOptions,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, Manifest, undefined> {
  const { format = "ndjson", compression = "none", onProgress } = options;
  const url = urlOf(http.url, `${scopePath(options.scope)}/entries/export`, {
    ...selectionQuery(options),
    format,
    order: options.order,
    compression: compression === "none" ? undefined : compression,
    cursor: options.cursor,
    after: options.after,
  });
  const download = await answered(() => openDownload(http, url, signal), http.pace, signal);
  const requestId = requestIdOf(download.headers);
  const line = format === "ndjson" || format === "ocsf" ? new ManifestLine() : undefined;
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const piece of plain(download, compression)) {
      const handed = line === undefined ? piece : line.take(piece);
      if (handed.length === 0) continue;
      hash.update(handed);
      bytes += handed.length;
      yield handed;
      onProgress?.({ rows: line?.rows, bytes });
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof ApiError) throw cause;
    const cursor = quietly(() => line?.end()?.cursor);
    throw new BrokenOff("the download was broken off", { cursor, requestId, cause });
  } finally {
    download.body.destroy();
  }
  const manifest = line?.end() ?? trailerIn(download);
  if (manifest === undefined) throw new BrokenOff("the download came without its manifest", { requestId });
  if (!manifest.complete) throw new BrokenOff("the download is not complete", { cursor: manifest.cursor, requestId });
  const isProven =
    manifest.bytes === bytes &&
    manifest.sha256 === hash.digest("hex") &&
    (line === undefined || manifest.rows === line.rows);
  if (!isProven) throw new ApiError("the file is not what its manifest says", { requestId });
  return manifest;
}

async function* plain({ body }: Download, compression: "none" | "gzip"): AsyncGenerator<Buffer> {
  const source = compression === "gzip" ? body.pipe(createGunzip()) : body;
  // A pipe hands no fault on.
  if (source !== body) body.once("error", (fault) => source.destroy(fault));
  for await (const piece of source) if (Buffer.isBuffer(piece)) yield piece;
}

function trailerIn({ body }: Download): Manifest | undefined {
  const text = body.trailers[TRAILER];
  return text === undefined ? undefined : quietly((): Manifest => JSON.parse(text));
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // said by the fault that is thrown
  }
}
