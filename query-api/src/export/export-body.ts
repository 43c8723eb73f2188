// The body of a download: the file, and what is known of it while it is made.
import type { Emails } from "../emails/emails.ts";
import { RowEncoding } from "./encode-rows.ts";
import type { RowFormat } from "./formats/format.ts";
import { parquetRows } from "./formats/parquet-rows.ts";
import { Initiators } from "./json/initiators.ts";
import { Digest, manifestLine, type Manifest } from "./manifest.ts";
import type { ExportPosition } from "./store/export-store.ts";
import { brokenOff } from "../wire/row-reader.ts";

export interface BodyOptions {
  readonly emails: Emails;
  /** Milliseconds of a clock that is never set back. */
  readonly steady: () => number;
  readonly signal: AbortSignal;
  /** So much was handed on. */
  readonly onProgress: (progress: { rows: number; bytes: number }) => void;
  /** What to go on with behind an entry. */
  readonly cursorOf: (last: ExportPosition) => string;
  /** The last bytes have left; undefined where what is handed on does not leave at once. */
  readonly flushed: (() => Promise<void>) | undefined;
  /** The whole file was handed on. */
  readonly onEnd: (manifest: Manifest) => void;
}

/** Ends by itself only where the file is whole; otherwise it throws, behind a manifest that says so where the format has a line for it and anything was handed on. */
export async function* rowsBody(
  format: RowFormat,
  wire: AsyncIterable<Buffer>,
  options: BodyOptions,
): AsyncGenerator<Buffer> {
  const { emails, steady, signal, onProgress, cursorOf, flushed, onEnd } = options;
  const digest = new Digest();
  const encoding = new RowEncoding(format.writer(), new Initiators(emails, steady));
  const head = Buffer.from(format.head);
  let isBegun = false;
  try {
    for await (const piece of encoding.pieces(wire, signal)) {
      if (!isBegun && head.length > 0) yield digest.add(head);
      isBegun = true;
      yield digest.add(piece);
      onProgress({ rows: encoding.rows, bytes: digest.bytes });
    }
  } catch (fault) {
    const { last } = encoding;
    if (format.endsInManifest && isBegun && last !== undefined && flushed !== undefined) {
      yield Buffer.from(
        manifestLine(digest.manifest({ rows: encoding.rows, complete: false, cursor: cursorOf(last) })),
      );
      await flushed();
    }
    throw fault;
  }
  if (!isBegun && head.length > 0) yield digest.add(head);
  const manifest = digest.manifest({ rows: encoding.rows, complete: true });
  onProgress(manifest);
  onEnd(manifest);
  if (format.endsInManifest) yield Buffer.from(manifestLine(manifest));
}

/** Of a file's end: more than the footer of the largest that we make. */
const HELD_BYTES = 4 * 1024 * 1024;

/** The end of the file is kept until it is seen to be whole. Throws StoreUnavailable where it is not. */
export async function* parquetBody(
  file: AsyncIterable<Buffer>,
  { onProgress, onEnd }: BodyOptions,
): AsyncGenerator<Buffer> {
  const digest = new Digest();
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of file) {
    held.push(piece);
    bytes += piece.length;
    for (let first = held[0]; first !== undefined && bytes - first.length >= HELD_BYTES; first = held[0]) {
      held.shift();
      bytes -= first.length;
      yield digest.add(first);
    }
  }
  const tail = Buffer.concat(held);
  const rows = parquetRows(tail);
  if (rows === undefined) throw brokenOff();
  digest.add(tail);
  const manifest = digest.manifest({ rows, complete: true });
  onProgress(manifest);
  onEnd(manifest);
  yield tail;
}
