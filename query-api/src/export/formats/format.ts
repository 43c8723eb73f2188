// What a file format of a download is. Parquet is none of these: ClickHouse writes it.
import type { ByteWriter } from "../json/byte-writer.ts";
import type { KnownInitiator } from "../json/initiators.ts";
import type { RowReader } from "../../wire/row-reader.ts";

export interface RowFormat {
  /** First in the file. */
  readonly head: string;
  /** The manifest is the file's last line. */
  readonly endsInManifest: boolean;
  /** Of one download: it may remember what repeats. */
  writer(): RowWriter;
}

export interface RowWriter {
  /** Writes the row that was read last, with its end. */
  write(row: RowReader, initiator: KnownInitiator, to: ByteWriter): void;
}
