// A fetch's answer (version 11) → kafkajs's own shape of it, with one "message" per record batch in place of one per record.
// Source: kafkajs 2.2.4, protocol/requests/fetch/v11/response.js; Kafka's protocol guide, "Fetch API".

/** A record batch in the place of a message. kafkajs drops none of them: every offset is seen to pass, also those that hold no event. */
export interface BatchMessage {
  /** Of its last record: what kafkajs resolves, and compares with where it asked from. */
  offset: string;
  isControlRecord: false;
  /** Control records, or records of a transaction that was aborted. */
  isVoid: boolean;
  /** The batch as the broker stores it, a view into the answer. */
  stored: Buffer;
}

export interface FetchResponse {
  throttleTime: 0;
  clientSideThrottleTime: number;
  errorCode: number;
  sessionId: number;
  responses: { topicName: string; partitions: FetchedPartition[] }[];
}

interface FetchedPartition {
  partition: number;
  errorCode: number;
  highWatermark: string;
  lastStableOffset: string;
  lastStartOffset: string;
  /** None for kafkajs: what was aborted is void already. */
  abortedTransactions: [];
  preferredReadReplica: number;
  messages: BatchMessage[];
}

interface Aborted {
  producerId: bigint;
  firstOffset: bigint;
}

/** Bytes up to and with a record batch's length. */
const LENGTH_END = 12;
const HEAD_BYTES = 61;
const MAGIC = 2;
const IN_TRANSACTION = 0x10;
const CONTROL = 0x20;

/** Throws RangeError where the answer is not whole. */
export function decodeFetchResponse(bytes: Buffer): FetchResponse {
  const from = new Reader(bytes);
  return {
    // The broker has throttled nothing yet: it expects that of the client, which kafkajs does by the other field.
    clientSideThrottleTime: from.int32(),
    throttleTime: 0,
    errorCode: from.int16(),
    sessionId: from.int32(),
    responses: from.list(() => ({ topicName: from.text(), partitions: from.list(() => partitionOf(from)) })),
  };
}

function partitionOf(from: Reader): FetchedPartition {
  const head = {
    partition: from.int32(),
    errorCode: from.int16(),
    highWatermark: String(from.int64()),
    lastStableOffset: String(from.int64()),
    lastStartOffset: String(from.int64()),
  };
  const aborted = from.list(() => ({ producerId: from.int64(), firstOffset: from.int64() }));
  const preferredReadReplica = from.int32();
  return {
    ...head,
    abortedTransactions: [],
    preferredReadReplica,
    messages: messagesIn(from.bytesBehindLength(), aborted),
  };
}

function messagesIn(set: Buffer, aborted: Aborted[]): BatchMessage[] {
  const due = aborted.toSorted((a, b) => Number(a.firstOffset - b.firstOffset));
  const aborting = new Set<bigint>();
  return Array.from(batchesIn(set), (stored) => {
    if (stored[16] !== MAGIC) throw new Error(`a record batch of format ${stored[16]}; only format 2 is known`);
    const attributes = stored.readInt16BE(21);
    const producerId = stored.readBigInt64BE(43);
    const lastOffset = stored.readBigInt64BE(0) + BigInt(stored.readInt32BE(23));
    for (let next = due[0]; next !== undefined && next.firstOffset <= lastOffset; next = due[0])
      aborting.add((due.shift() ?? next).producerId);
    const isControl = (attributes & CONTROL) !== 0;
    const isVoid = isControl || ((attributes & IN_TRANSACTION) !== 0 && aborting.has(producerId));
    // Whether it says abort or commit: that transaction is over.
    if (isControl) aborting.delete(producerId);
    return { offset: String(lastOffset), isControlRecord: false, isVoid, stored };
  });
}

/** The last one may be cut by the fetch's limit: it comes whole with the next. */
function* batchesIn(set: Buffer): Generator<Buffer> {
  for (let at = 0; at + HEAD_BYTES <= set.length;) {
    const end = at + LENGTH_END + set.readInt32BE(at + 8);
    if (end > set.length) return;
    yield set.subarray(at, end);
    at = end;
  }
}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  int16(): number {
    return this.#bytes.readInt16BE(this.#step(2));
  }

  int32(): number {
    return this.#bytes.readInt32BE(this.#step(4));
  }

  int64(): bigint {
    return this.#bytes.readBigInt64BE(this.#step(8));
  }

  text(): string {
    const length = this.int16();
    const start = this.#step(length);
    return this.#bytes.toString("utf8", start, start + length);
  }

  /** A null list is an empty one. */
  list<T>(read: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, read);
  }

  bytesBehindLength(): Buffer {
    const length = Math.max(0, this.int32());
    const start = this.#step(length);
    return this.#bytes.subarray(start, start + length);
  }

  #step(bytes: number): number {
    const start = this.#at;
    this.#at += bytes;
    return start;
  }
}
