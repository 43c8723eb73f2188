// What a download says of itself at its end: as the last line of formats that have lines, and as a trailer of the answer (decision 20).
import { createHash } from "node:crypto";
import { z } from "zod";

export const manifestSchema = z
  .object({
    rows: z.int().meta({ description: "Entries in this file" }),
    bytes: z.int().meta({ description: "Of the file before compression and before this line" }),
    sha256: z.string().meta({ description: "Of the same bytes, hexadecimal" }),
    complete: z.boolean().meta({ description: "False: more was selected; the answer is broken off behind this line" }),
    cursor: z.string().meta({ description: "Only where it is not complete: what to ask for the rest with" }).optional(),
  })
  .meta({ id: "ExportManifest", description: "What a download says of itself at its end" });

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST_TRAILER = "x-audit-manifest";

/** No entry has this name, and no event of OCSF. */
export const manifestLine = (manifest: Manifest): string => `${JSON.stringify({ manifest })}\n`;

/** Of the bytes that it is shown. */
export class Digest {
  bytes = 0;
  readonly #hash = createHash("sha256");

  add(piece: Buffer): Buffer {
    this.#hash.update(piece);
    this.bytes += piece.length;
    return piece;
  }

  /** Of what was added so far; nothing is added any more. */
  manifest(rest: Pick<Manifest, "rows" | "complete" | "cursor">): Manifest {
    const { rows, complete, cursor } = rest;
    return { rows, bytes: this.bytes, sha256: this.#hash.digest("hex"), complete, cursor };
  }
}
