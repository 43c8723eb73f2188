// Bare kafkajs: the same bytes, acknowledged by all replicas, idempotent, zstd. Tried in several ways, because it is to be at its best.
import { connectionOptions, type KafkaAddress, prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs, { type Message, type Producer } from "kafkajs";
import type { OutgoingMessage } from "@audit-log/producer-core";

export interface BareWay {
  name: string;
  perSend: number;
  /** One partition per send; otherwise each send holds messages of all partitions. */
  byPartition: boolean;
  /** More than one is not safe with kafkajs: see infra/decisions/0006. */
  inFlight: number;
}

export const bareWays: readonly BareWay[] = [
  { name: "1,000 of one partition per send", perSend: 1_000, byPartition: true, inFlight: 1 },
  { name: "1,000 of all partitions per send", perSend: 1_000, byPartition: false, inFlight: 1 },
  { name: "4,000 of all partitions per send", perSend: 4_000, byPartition: false, inFlight: 1 },
  {
    name: "1,000 of one partition per send, 4 sends in flight (unsafe)",
    perSend: 1_000,
    byPartition: true,
    inFlight: 4,
  },
  { name: "500 of one partition per send", perSend: 500, byPartition: true, inFlight: 1 },
];

export interface PlacedMessage extends OutgoingMessage {
  partition: number;
}

export interface BareProducer extends AsyncDisposable {
  /** Milliseconds until the last acknowledgement. */
  send(messages: readonly PlacedMessage[], way: BareWay): Promise<number>;
}

export async function bareProducer(kafka: KafkaAddress, topic: string): Promise<BareProducer> {
  prepareKafkajs();
  const client = new kafkajs.Kafka({
    clientId: "bare",
    ...connectionOptions(kafka),
    logLevel: kafkajs.logLevel.ERROR,
  });
  // The partition is given: kafkajs's own murmur2 would cost it more than it costs us.
  const producer = client.producer({
    idempotent: true,
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition ?? 0,
  });
  await producer.connect();
  return {
    async send(messages, way) {
      const batches = batchesOf(messages, way);
      const start = performance.now();
      await Promise.all(Array.from({ length: way.inFlight }, () => sendOn(producer, topic, batches)));
      return performance.now() - start;
    },
    [Symbol.asyncDispose]: () => producer.disconnect(),
  };
}

async function sendOn(producer: Producer, topic: string, batches: Message[][]): Promise<void> {
  for (let messages = batches.shift(); messages !== undefined; messages = batches.shift())
    await producer.send({ topic, messages, acks: -1, compression: kafkajs.CompressionTypes.ZSTD });
}

function batchesOf(messages: readonly PlacedMessage[], { perSend, byPartition }: BareWay): Message[][] {
  const groups = byPartition ? [...Map.groupBy(messages, ({ partition }) => partition).values()] : [messages];
  return groups.flatMap((group) => {
    const batches: Message[][] = [];
    for (let from = 0; from < group.length; from += perSend) batches.push(group.slice(from, from + perSend));
    return batches;
  });
}
