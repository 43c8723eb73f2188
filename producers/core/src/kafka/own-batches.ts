// Hands kafkajs record batches that are already written: connections, metadata, leaders, retries and answers stay kafkajs's, only the
// bytes of a produce request are ours. Relies on internals of kafkajs 2.2.4, reached through one client and never through its modules'
// state, so that other users of kafkajs in the process are not touched; own-batches.test.ts fails where they change (infra/decisions/0011).
import { createRequire } from "node:module";
import { privateOf } from "@audit-log/schemas/kafka";
import type { Kafka, Message } from "kafkajs";
import { type PackedRecords, recordBatch } from "./record-batch.ts";

export interface OwnBatch extends PackedRecords {
  /** Of its first record: the same with every attempt. */
  sequence: number;
}

interface ProduceArguments {
  acks: number;
  timeout?: number;
  producerId: string;
  producerEpoch: number;
  topicData: readonly { topic: string; partitions: readonly { partition: number; messages: readonly Message[] }[] }[];
}

interface Broker {
  produce: (produce: ProduceArguments) => Promise<unknown>;
}

interface Cluster {
  findBroker: (wanted: { nodeId: string }) => Promise<Broker>;
}

const PRODUCE = 0;
/** The oldest version that takes zstd, and the newest that kafkajs knows. */
const VERSION = 7;
const DEFAULT_TIMEOUT_MS = 30_000;
const RESPONSE_MODULE = "kafkajs/src/protocol/requests/produce/v7/response";

const batches = new WeakMap<Message, OwnBatch>();

/** The one message to give to `producer.send` for a batch. */
export function messageOf(batch: OwnBatch, partition: number): Message {
  const message = { key: null, value: null, partition };
  batches.set(message, batch);
  return message;
}

/** Throws where kafkajs is not as it was. Producers that the client makes from now on take messageOf(batch). */
export function acceptOwnBatches(kafka: Kafka): void {
  const [name, createCluster] = privateOf<(options: unknown) => Cluster>(kafka, "private:Kafka:createCluster");
  const response: unknown = createRequire(import.meta.url)(RESPONSE_MODULE);
  const accept = (broker: Broker) => withOwnBatches(broker, response);
  Object.assign(kafka, {
    [name]: (options: unknown) => {
      const cluster = createCluster(options);
      const find = cluster.findBroker.bind(cluster);
      return Object.assign(cluster, {
        findBroker: async (wanted: { nodeId: string }) => accept(await find(wanted)),
      });
    },
  });
}

const accepting = new WeakSet<Broker>();

function withOwnBatches(broker: Broker, response: unknown): Broker {
  if (accepting.has(broker)) return broker;
  accepting.add(broker);
  const produce = broker.produce.bind(broker);
  const [name] = privateOf<(request: unknown) => Promise<unknown>>(broker, "private:Broker:sendRequest");
  return Object.assign(broker, {
    produce: (asked: ProduceArguments) => {
      const request = requestOf(asked);
      return request === undefined ? produce(asked) : Reflect.get(broker, name).call(broker, { request, response });
    },
  });
}

/** Undefined where the messages are kafkajs's own. */
function requestOf({ topicData, acks, timeout = DEFAULT_TIMEOUT_MS, producerId, producerEpoch }: ProduceArguments) {
  const topic = topicData[0];
  const partition = topic?.partitions[0];
  const message = partition?.messages[0];
  const batch = message && batches.get(message);
  if (topic === undefined || partition === undefined || batch === undefined) return undefined;
  const records = recordBatch(batch, { producerId, producerEpoch, sequence: batch.sequence });
  const payload = Buffer.concat([
    requestHead(topic.topic, partition.partition, acks, timeout, records.length),
    records,
  ]);
  return {
    apiKey: PRODUCE,
    apiVersion: VERSION,
    apiName: "Produce",
    expectResponse: () => true,
    encode: async () => ({ buf: payload, buffer: payload }),
  };
}

/** transactional_id null, acks, timeout, one topic with one partition, the size of what follows. */
function requestHead(topic: string, partition: number, acks: number, timeout: number, size: number): Buffer {
  const name = Buffer.from(topic);
  const head = Buffer.alloc(14 + name.length + 12);
  head.writeInt16BE(-1, 0);
  head.writeInt16BE(acks, 2);
  head.writeInt32BE(timeout, 4);
  head.writeInt32BE(1, 8);
  head.writeInt16BE(name.length, 12);
  name.copy(head, 14);
  head.writeInt32BE(1, 14 + name.length);
  head.writeInt32BE(partition, 18 + name.length);
  head.writeInt32BE(size, 22 + name.length);
  return head;
}
