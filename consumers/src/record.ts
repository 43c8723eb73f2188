// What travels through the worker: records as Kafka gave them, batches of them, and ranges to commit.

export interface FetchedRecord {
  topic: string;
  partition: number;
  offset: number;
  /** Milliseconds UTC, as Kafka stored it. */
  timestamp: number;
  key: Buffer | null;
  value: Buffer | null;
  headers: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
}

/** What an object per record costs beside its bytes. */
const RECORD_OVERHEAD_BYTES = 512;

/** Bytes that a record holds in memory, roughly: also a record without a value is not free. */
export function sizeOf({ key, value, headers }: FetchedRecord): number {
  let bytes = RECORD_OVERHEAD_BYTES + (key?.length ?? 0) + (value?.length ?? 0);
  for (const [name, values] of Object.entries(headers)) {
    for (const one of Array.isArray(values) ? values : [values]) bytes += name.length + (one?.length ?? 0);
  }
  return bytes;
}

/** Contiguous records of one partition. */
export interface Fetched {
  topic: string;
  partition: number;
  records: FetchedRecord[];
  /** Where the partition goes on: behind the last record, also past control records. */
  nextOffset: number;
}

/** What a batch settles in one partition: everything below `nextOffset`. */
export interface Range {
  topic: string;
  partition: number;
  nextOffset: number;
}

export interface Batch {
  records: FetchedRecord[];
  ranges: Range[];
}

export interface Position {
  topic: string;
  partition: number;
  /** Committed offset: everything below is settled. 0 where nothing was ever committed. */
  offset: number;
}

/** A record that cannot become a row, and why. Its bytes go to the dead letters. */
export interface Refused {
  record: FetchedRecord;
  reason: RefusalReason;
  message: string;
  schemaId: number | undefined;
}

export type RefusalReason =
  | "null-value"
  | "too-large"
  | "too-short"
  | "not-registry-framed"
  | "guid-framing-not-supported"
  | "unknown-schema-id"
  | "not-an-event-schema"
  | "malformed-avro"
  | "time-before-retention"
  | "time-in-the-future"
  | "empty-identifier"
  | "domain-mismatch";
