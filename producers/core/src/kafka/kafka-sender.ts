// The broker through kafkajs: an idempotent producer that sends one record batch to one partition at a time.
// The batch is written here and counted here (record-batch.ts): kafkajs would spend three times the CPU on it. It forgets answers of the brokers
// that succeeded when another one fails, and reconnects from within a retry even after disconnect(): hence one partition per send, connect() until it succeeds, close() twice.
import type { Admin, Kafka, Producer } from "kafkajs";
import { BatchRefused, type EventSender, type OutgoingMessage } from "../deliver/event-sender.ts";
import { type KafkaClientOptions, kafkaClient } from "./kafka-client.ts";
import { faultOf } from "./kafka-faults.ts";
import { acceptOwnBatches, messageOf } from "./own-batches.ts";
import { murmur2Placement } from "./placement.ts";
import { packRecords, sequenceAfter } from "./record-batch.ts";

const ALL_IN_SYNC_REPLICAS = -1;

export const createKafkaSender = (options: KafkaClientOptions): EventSender => new KafkaSender(kafkaClient(options));

interface Connected {
  producer: Producer;
  /** Per topic and partition, the sequence of the next batch: only what is certainly stored moves it on. */
  sequences: Map<string, number>;
}

class KafkaSender implements EventSender {
  readonly #kafka: Kafka;
  /** Per topic, as last seen: by placement() first, then with every send. */
  readonly #partitions = new Map<string, number>();
  #connected: Connected | undefined;
  #inFlight: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(kafka: Kafka) {
    this.#kafka = kafka;
    acceptOwnBatches(kafka);
  }

  async placement(topic: string) {
    const admin = this.#kafka.admin();
    try {
      await admin.connect();
      this.#partitions.set(topic, await partitionCount(admin, topic));
    } finally {
      await admin.disconnect();
    }
    return murmur2Placement(() => this.#partitions.get(topic) ?? 1);
  }

  async send(topic: string, partition: number, messages: readonly OutgoingMessage[]): Promise<bigint> {
    const packed = await packRecords(messages, Date.now());
    const { producer, sequences } = await this.#connect();
    const place = `${topic}/${partition}`;
    const sequence = sequences.get(place) ?? 0;
    let offset: bigint;
    try {
      const sending = producer.send({
        topic,
        acks: ALL_IN_SYNC_REPLICAS,
        messages: [messageOf({ ...packed, sequence }, partition)],
      });
      this.#inFlight = sending.catch(() => undefined);
      const [answer] = await sending;
      offset = BigInt(answer?.baseOffset ?? -1);
    } catch (cause) {
      offset = await this.#unsent(cause);
    }
    sequences.set(place, sequenceAfter(sequence, messages.length));
    return offset;
  }

  async #unsent(cause: unknown): Promise<bigint> {
    const fault = faultOf(cause);
    if (fault === "stored-before") return -1n;
    if (fault === "refused") throw new BatchRefused("the broker will never take this batch", { cause });
    if (fault === "new-producer") await this.#discard();
    throw cause;
  }

  async #connect(): Promise<Connected> {
    if (this.#closed) throw new Error("the sender is closed");
    if (this.#connected !== undefined) return this.#connected;
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: { retries: 1 },
      createPartitioner:
        () =>
        ({ topic, partitionMetadata, message }) => {
          this.#partitions.set(topic, partitionMetadata.length);
          return message.partition ?? 0;
        },
    });
    try {
      await producer.connect();
    } catch (cause) {
      await quietly(producer.disconnect());
      throw cause;
    }
    this.#connected = { producer, sequences: new Map() };
    return this.#connected;
  }

  async #discard(): Promise<void> {
    const producer = this.#connected?.producer;
    this.#connected = undefined;
    if (producer !== undefined) await quietly(producer.disconnect());
  }

  async close(): Promise<void> {
    this.#closed = true;
    const producer = this.#connected?.producer;
    await this.#discard();
    // A retry within a send that is still under way may have connected again.
    void this.#inFlight.then(() => producer && quietly(producer.disconnect()));
  }
}

async function partitionCount(admin: Admin, topic: string): Promise<number> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const count = topics[0]?.partitions.length ?? 0;
  if (count === 0) throw new Error(`topic ${topic} has no partitions`);
  return count;
}

/** What is being thrown away may fail to say goodbye. */
async function quietly(goodbye: Promise<unknown>): Promise<void> {
  try {
    await goodbye;
  } catch {
    // Nothing hangs on it any more.
  }
}
