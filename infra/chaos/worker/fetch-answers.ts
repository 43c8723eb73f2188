// Where the record batches are in the answer to a fetch: read by the suite itself, from Kafka's protocol guide (Fetch API, version 11).

export interface BatchInAnswer {
  topic: string;
  partition: number;
  baseOffset: number;
  /** First byte of the batch and the byte behind it, counted from where the answer's correlation id begins. */
  start: number;
  end: number;
}

const CORRELATION_BYTES = 4;
const LENGTH_AT = 8;
const LENGTH_END = 12;

/** `answer`: without its length. The last batch may be cut by the fetch's limit: then it is left out. */
export function batchesIn(answer: Buffer): BatchInAnswer[] {
  const found: BatchInAnswer[] = [];
  // Throttle time, error code, session.
  let at = CORRELATION_BYTES + 4 + 2 + 4;
  const int16 = (): number => answer.readInt16BE((at += 2) - 2);
  const int32 = (): number => answer.readInt32BE((at += 4) - 4);
  for (let topics = int32(); topics > 0; topics--) {
    const length = int16();
    const topic = answer.toString("utf8", at, (at += length));
    for (let partitions = int32(); partitions > 0; partitions--) {
      const partition = int32();
      // Error code, high watermark, last stable offset, log start offset.
      at += 2 + 8 + 8 + 8;
      const aborted = Math.max(0, int32());
      // Each a producer's id and an offset; then the preferred replica.
      at += 16 * aborted + 4;
      const setBytes = Math.max(0, int32());
      const setEnd = at + setBytes;
      for (const batch of batchesOf(answer, at, setEnd)) found.push({ topic, partition, ...batch });
      at = setEnd;
    }
  }
  return found;
}

function* batchesOf(answer: Buffer, from: number, setEnd: number) {
  for (let start = from; start + LENGTH_END <= setEnd;) {
    const end = start + LENGTH_END + answer.readInt32BE(start + LENGTH_AT);
    if (end > setEnd) return;
    yield { baseOffset: Number(answer.readBigInt64BE(start)), start, end };
    start = end;
  }
}
