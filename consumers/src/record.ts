// What travels through the worker: record batches as Kafka stores them, unpacked; batches of them; ranges to commit.

/** One record batch of a partition (Kafka's record format 2), its records still in one piece, and packed where they can be until their turn comes. */
export interface RecordBatch {
  topic: string;
  partition: number;
  /** Offset of its first record; `from` is the first that was asked for: what lies before it is settled. */
  baseOffset: number;
  from: number;
  /** Where the partition goes on behind it. */
  nextOffset: number;
  /** Milliseconds UTC: of its first record, or of all of them where the broker stamps them. */
  timestamp: number;
  isAppendTime: boolean;
  count: number;
  /** Below the committed offset: settled already, unless the partition's log was cut off and written anew. Ids decide. */
  isBehind: boolean;
  records: PackedRecords;
  /** As the broker stores it. */
  stored: Buffer;
}

export interface PackedRecords {
  bytes: Buffer;
  codec: "none" | "zstd";
  /** How large they are unpacked, as the batch itself says. */
  unpackedBytes: number;
}

/** A record batch that cannot be unpacked: dead-lettered in one piece. */
export interface UnreadableBatch extends Omit<RecordBatch, "from" | "isAppendTime" | "count" | "isBehind" | "records"> {
  fault: string;
  /** It is not what was sent: fetched again, it may be. */
  isDamaged: boolean;
}

export type FetchedBatch = RecordBatch | UnreadableBatch;

export const isUnreadable = (batch: FetchedBatch): batch is UnreadableBatch => "fault" in batch;

/** What a record batch costs beside its bytes. */
const BATCH_OVERHEAD_BYTES = 512;

/** Bytes that a record batch holds in memory, roughly. What was unpacked already is a second copy. */
export const heldBytes = (batch: FetchedBatch): number =>
  BATCH_OVERHEAD_BYTES +
  batch.stored.length +
  (isUnreadable(batch) || batch.records.codec === "zstd" ? 0 : batch.records.bytes.length);
/** Bytes of its records in a block, roughly. */
export const weightOf = (batch: FetchedBatch): number => (isUnreadable(batch) ? 0 : batch.records.unpackedBytes);

/** What one fetch brought of a partition. */
export interface Fetched {
  topic: string;
  partition: number;
  batches: FetchedBatch[];
  /** Where the partition goes on: behind the last batch, also past control records. */
  nextOffset: number;
}

/** What a batch settles in one partition: everything below `nextOffset`. */
export interface Range {
  topic: string;
  partition: number;
  nextOffset: number;
}

/** What is decoded, inserted and committed together. */
export interface Batch {
  batches: FetchedBatch[];
  ranges: Range[];
}

export interface Position {
  topic: string;
  partition: number;
  /** Committed offset: everything below is settled. 0 where nothing was ever committed. */
  offset: number;
}

/** One record in full: made for those that are dead-lettered, and for tests. */
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

/** A record that cannot become a row, and why. Its bytes go to the dead letters. */
export interface Refused {
  /** Where `unit` says so, a whole record batch as stored, under the offset that it begins at. */
  record: FetchedRecord;
  unit?: "record-batch";
  reason: RefusalReason;
  message: string;
  schemaId: number | undefined;
}

export type RefusalReason =
  | "unreadable-record-batch"
  | "null-value"
  | "too-large"
  | "too-short"
  | "not-registry-framed"
  | "guid-framing-not-supported"
  | "unknown-schema-id"
  | "not-an-event-schema"
  | "malformed-avro"
  | "malformed-text"
  | "time-before-retention"
  | "time-in-the-future"
  | "empty-identifier"
  | "not-an-event-id"
  | "scope-mismatch"
  | "domain-mismatch"
  | "refused-by-store";
