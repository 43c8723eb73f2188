// Reading a partition by offset, without a group: nothing is joined, nothing committed, and a reader that is killed leaves nothing behind.
// kafkajs can only consume as a member of a group, so this uses internals of it (2.2.4): how a client makes its connections, and the requests for
// offsets and messages. plain-fetch.engines.test.ts reads through it and fails where they change.
import { privateOf } from "@audit-log/schemas/kafka";
import kafkajs, { type Kafka, type KafkaMessage } from "kafkajs";
import { untilItWorks } from "../retry.ts";

const { KafkaJSError } = kafkajs;

type FetchedMessage = KafkaMessage & { isControlRecord?: boolean };

interface Broker {
  fetch: (request: {
    replicaId: number;
    isolationLevel: number;
    maxWaitTime: number;
    minBytes: number;
    maxBytes: number;
    topics: { topic: string; partitions: { partition: number; fetchOffset: string; maxBytes: number }[] }[];
  }) => Promise<{ responses: { partitions: { messages: FetchedMessage[] }[] }[] }>;
}

interface Cluster {
  connect: () => Promise<void>;
  disconnect: () => Promise<void>;
  addTargetTopic: (topic: string) => Promise<void>;
  refreshMetadata: () => Promise<void>;
  findTopicPartitionMetadata: (topic: string) => { partitionId: number; leader: number }[];
  fetchTopicsOffset: (
    topics: { topic: string; partitions: { partition: number }[]; fromBeginning?: boolean; fromTimestamp?: number }[],
  ) => Promise<{ partitions: { partition: number; offset: string }[] }[]>;
  findBroker: (wanted: { nodeId: string }) => Promise<Broker>;
}

/** Of every partition: the first offset that there is, the one behind the last, or the first one written since (milliseconds UTC). */
export type WhichOffset = "first" | "end" | { since: number };

export interface PlainReader {
  /** By partition; without those that have nothing written since. */
  offsets: (which: WhichOffset) => Promise<Map<number, number>>;
  /** The messages from `from` up to and without `to`, ascending. `to` must have been written already. */
  read: (partition: number, from: number, to: number) => AsyncGenerator<KafkaMessage>;
  close: () => Promise<void>;
}

/** The topic does not have what it should. */
export class UnreadableTopic extends Error {
  override readonly name = "UnreadableTopic";
}

const CREATE_CLUSTER = "private:Kafka:createCluster";
const MAX_BYTES = 512 * 1024;
const WAIT_MS = 250;
/** What was written is there: more empty answers in a row than this mean that it is not. */
const EMPTY_ANSWERS = 20;
const TRIES = 6;

/** Throws what kafkajs says where the topic or the brokers are not there. */
export async function openPlainReader(kafka: Kafka, topic: string): Promise<PlainReader> {
  await using opened = new AsyncDisposableStack();
  const cluster = opened.adopt(createCluster(kafka), (one) => one.disconnect());
  await cluster.connect();
  await cluster.addTargetTopic(topic);

  const fetchOnce = async (partition: number, offset: number): Promise<FetchedMessage[]> => {
    const leader = cluster
      .findTopicPartitionMetadata(topic)
      .find(({ partitionId }) => partitionId === partition)?.leader;
    if (leader === undefined) throw new UnreadableTopic(`${topic} has no partition ${partition}`);
    const broker = await cluster.findBroker({ nodeId: String(leader) });
    const { responses } = await broker.fetch({
      replicaId: -1,
      isolationLevel: 0,
      maxWaitTime: WAIT_MS,
      minBytes: 1,
      maxBytes: MAX_BYTES,
      topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: MAX_BYTES }] }],
    });
    return responses.flatMap(({ partitions }) => partitions.flatMap(({ messages }) => messages));
  };

  /** A leader may just have moved: kafkajs asks for the new one only when it is told to. */
  const patiently = <T>(work: () => Promise<T>): Promise<T> => {
    let tries = 0;
    return untilItWorks({
      work: async () => {
        if (tries > 0) await cluster.refreshMetadata();
        tries += 1;
        return work();
      },
      verdict: (cause) => (tries < TRIES && cause instanceof KafkaJSError && cause.retriable ? "retry" : "stop"),
      onRetry: () => {},
      firstBoundMs: 500,
    });
  };

  const offsets = (which: WhichOffset) =>
    patiently(async () => {
      const partitions = cluster
        .findTopicPartitionMetadata(topic)
        .map(({ partitionId }) => ({ partition: partitionId }));
      const asked = typeof which === "string" ? { fromBeginning: which === "first" } : { fromTimestamp: which.since };
      const answers = await cluster.fetchTopicsOffset([{ topic, partitions, ...asked }]);
      const found = answers.flatMap((answer) =>
        answer.partitions.map((one) => [one.partition, Number(one.offset)] as const),
      );
      return new Map(found.filter(([, offset]) => offset >= 0));
    });

  async function* read(partition: number, from: number, to: number): AsyncGenerator<KafkaMessage> {
    let empty = 0;
    for (let next = from; next < to;) {
      const before = next;
      for (const message of await patiently(() => fetchOnce(partition, next))) {
        const offset = Number(message.offset);
        // A compressed batch is answered whole, also the part before the offset that was asked for.
        if (offset < next) continue;
        if (offset >= to) return;
        next = offset + 1;
        if (message.isControlRecord !== true) yield message;
      }
      empty = next === before ? empty + 1 : 0;
      if (empty > EMPTY_ANSWERS)
        throw new UnreadableTopic(`Kafka does not give offset ${next} of ${topic}/${partition}`);
    }
  }

  const open = opened.move();
  return { offsets, read, close: () => open.disposeAsync() };
}

/** Throws where kafkajs no longer has what is used here. */
function createCluster(kafka: Kafka): Cluster {
  const [, create] = privateOf<(options: object) => unknown>(kafka, CREATE_CLUSTER);
  const cluster = create.call(kafka, { allowAutoTopicCreation: false });
  if (!isCluster(cluster)) throw new Error(`kafkajs has no "${CREATE_CLUSTER}" as in 2.2.4 any more`);
  return cluster;
}

function isCluster(value: unknown): value is Cluster {
  const methods = [
    "connect",
    "disconnect",
    "addTargetTopic",
    "refreshMetadata",
    "findTopicPartitionMetadata",
    "fetchTopicsOffset",
    "findBroker",
  ];
  return (
    typeof value === "object" &&
    value !== null &&
    methods.every((name) => typeof Reflect.get(value, name) === "function")
  );
}
