// In-memory double of the broker for tests: topics, partitions, a size limit, and faults on demand.
import { BatchRefused, type EventSender, type OutgoingMessage } from "../deliver/event-sender.ts";
import { murmur2Placement } from "./placement.ts";

export interface StoredMessage extends OutgoingMessage {
  partition: number;
  offset: bigint;
}

export interface MemorySender extends EventSender {
  /** In the order of storing. */
  stored(topic: string): readonly StoredMessage[];
  /** The next calls of send() throw these, before anything is stored. */
  failNext(...faults: Error[]): void;
  /** While it is false nothing is reached and nothing stored. */
  reachable: boolean;
  /** Forgets what is stored; offsets go on. */
  clear(): void;
  createTopic(topic: string): void;
  readonly closed: boolean;
}

export interface MemorySenderOptions {
  topics: readonly string[];
  partitions?: number;
  /** Bytes of values in one batch, as message.max.bytes. */
  maxBatchBytes?: number;
}

export function createMemorySender(options: MemorySenderOptions): MemorySender {
  const { partitions = 3, maxBatchBytes = Number.POSITIVE_INFINITY } = options;
  const topics = new Map<string, StoredMessage[]>(options.topics.map((topic) => [topic, []]));
  const faults: Error[] = [];
  /** Next offset per topic and partition. */
  const ends = new Map<string, bigint>();
  let closed = false;
  let reachable = true;

  function topicOrThrow(topic: string): StoredMessage[] {
    if (closed) throw new Error("the sender is closed");
    if (!reachable) throw new Error("the broker is away");
    const messages = topics.get(topic);
    if (messages === undefined) throw new Error(`topic ${topic} does not exist`);
    return messages;
  }

  return {
    get closed() {
      return closed;
    },
    get reachable() {
      return reachable;
    },
    set reachable(now) {
      reachable = now;
    },
    clear() {
      for (const messages of topics.values()) messages.length = 0;
    },
    stored: (topic) => topics.get(topic) ?? [],
    failNext: (...next) => void faults.push(...next),
    createTopic: (topic) => void topics.set(topic, topics.get(topic) ?? []),
    async placement(topic) {
      topicOrThrow(topic);
      return murmur2Placement(() => partitions);
    },
    async send(topic, partition, messages) {
      const stored = topicOrThrow(topic);
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
      if (messages.reduce((bytes, { value }) => bytes + value.length, 0) > maxBatchBytes)
        throw new BatchRefused("too large");
      const end = `${topic}/${partition}`;
      const base = ends.get(end) ?? 0n;
      ends.set(end, base + BigInt(messages.length));
      // Copied, as on its way to a broker: the caller may go on to use its buffer.
      for (const [index, { key, value }] of messages.entries())
        stored.push({ key, value: Buffer.from(value), partition, offset: base + BigInt(index) });
      return base;
    },
    async close() {
      closed = true;
    },
  };
}
