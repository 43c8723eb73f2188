// The file as it is handed over: as it is, or packed by zlib, which works beside the thread that makes it.
import type { Transform } from "node:stream";
import { constants, createGzip, createZstdCompress } from "node:zlib";

export const compressions = ["none", "gzip", "zstd"] as const;
export type Compression = (typeof compressions)[number];

interface Packing {
  /** Behind the name of the file. */
  readonly suffix: string;
  readonly mediaType: string | undefined;
  readonly open: () => Transform | undefined;
}

/** Levels at which an audit log is packed some ten times smaller and the reader waits for the network. */
export const packings: Readonly<Record<Compression, Packing>> = {
  none: { suffix: "", mediaType: undefined, open: () => undefined },
  gzip: { suffix: ".gz", mediaType: "application/gzip", open: () => createGzip({ level: 4 }) },
  zstd: {
    suffix: ".zst",
    mediaType: "application/zstd",
    open: () => createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 2 } }),
  },
};
