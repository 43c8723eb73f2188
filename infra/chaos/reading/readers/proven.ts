// A part of a download as it comes, and whether its manifest tells the truth about it.
import { createHash } from "node:crypto";
import type { Manifest } from "@audit-log/client";

export class Proven {
  rows = 0;
  #bytes = 0;
  readonly #hash = createHash("sha256");

  add(piece: Buffer): void {
    this.#bytes += piece.length;
    this.#hash.update(piece);
  }

  /** Throws where it does not. */
  by({ rows, bytes, sha256, complete }: Manifest): void {
    const is = JSON.stringify([this.rows, this.#bytes, this.#hash.digest("hex"), true]);
    const told = JSON.stringify([rows, bytes, sha256, complete]);
    if (is !== told) throw new Error(`a manifest tells ${told} of a file that is ${is}`);
  }
}
