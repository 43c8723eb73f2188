// Takes the manifest off the end of a file of lines, while it passes: what is handed on are whole lines of entries.
import { ApiError } from "./api-error.ts";
import type { Manifest } from "./answers.ts";

const START = Buffer.from('{"manifest":');
const LINE_END = 0x0a;
/** Far more than the largest entry. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;

export class ManifestLine {
  /** Whole lines that were handed on. */
  rows = 0;
  #begun: Buffer[] = [];
  #begunBytes = 0;
  #manifest: Manifest | undefined;

  /** What may be handed on of the file so far. Throws ApiError. */
  take(piece: Buffer): Buffer {
    if (this.#manifest !== undefined) throw new ApiError("the file goes on behind its manifest");
    const end = piece.lastIndexOf(LINE_END) + 1;
    if (end === 0) {
      this.#keep(piece);
      return Buffer.alloc(0);
    }
    const lines = Buffer.concat([...this.#begun, piece.subarray(0, end)]);
    this.#begun = [];
    this.#begunBytes = 0;
    if (end < piece.length) this.#keep(piece.subarray(end));
    return this.#withoutManifest(lines);
  }

  /** Undefined where none came. Throws ApiError where the file ends within a line. */
  end(): Manifest | undefined {
    if (this.#begunBytes > 0) throw new ApiError("the file ends within a line");
    return this.#manifest;
  }

  #keep(rest: Buffer): void {
    this.#begun.push(Buffer.from(rest));
    this.#begunBytes += rest.length;
    if (this.#begunBytes > MAX_LINE_BYTES) throw new ApiError("a line of the file is too long");
  }

  #withoutManifest(lines: Buffer): Buffer {
    const lastStart = lines.length < 2 ? 0 : lines.lastIndexOf(LINE_END, lines.length - 2) + 1;
    const last = lines.subarray(lastStart);
    const isManifest = last.subarray(0, START.length).equals(START);
    if (isManifest) this.#manifest = manifestIn(last.toString("utf8"));
    const entries = isManifest ? lines.subarray(0, lastStart) : lines;
    for (let at = entries.indexOf(LINE_END); at >= 0; at = entries.indexOf(LINE_END, at + 1)) this.rows += 1;
    if (isManifest && this.#begunBytes > 0) throw new ApiError("the file goes on behind its manifest");
    return entries;
  }
}

function manifestIn(line: string): Manifest {
  try {
    const { manifest }: { manifest: Manifest } = JSON.parse(line);
    return manifest;
  } catch (cause) {
    throw new ApiError("the manifest of the file cannot be read", { cause });
  }
}
