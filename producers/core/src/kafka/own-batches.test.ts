// What we rely on inside kafkajs, and that our batches are what kafkajs itself reads and would have written.
import { createRequire } from "node:module";
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs from "kafkajs";
import { describe, expect, test } from "vitest";
import type { OutgoingMessage } from "../deliver/event-sender.ts";
import { acceptOwnBatches, messageOf } from "./own-batches.ts";
import { packRecords, recordBatch, sequenceAfter } from "./record-batch.ts";

const internal = createRequire(import.meta.url);
const TIME = 1_790_000_000_000;
const identity = { producerId: "9007199254740993", producerEpoch: 3, sequence: 2_147_483_000 };
const message = (key: string, value: string | Buffer): OutgoingMessage => ({ key, value: Buffer.from(value) });
const batches: Readonly<Record<string, OutgoingMessage[]>> = {
  "one message": [message("a", "1")],
  "no bytes at all": [message("", "")],
  "lengths around each size of a varint": [0, 1, 63, 64, 127, 128, 8_191, 8_192, 16_384, 1_048_576].map((length) =>
    message("k".repeat(length % 200), Buffer.alloc(length, length)),
  ),
  "keys beyond ASCII": [message("ä😀", "x"), message("\ud800", "y")],
  "more than a thousand": Array.from({ length: 9_000 }, (_, index) => message(`k${index % 7}`, `v${index}`)),
};

describe.each(Object.entries(batches))("a batch of %s", (_name, messages) => {
  test("is read by kafkajs as what was written", async () => {
    prepareKafkajs();
    const bytes = recordBatch(await packRecords(messages, TIME), identity);
    const Decoder = internal("kafkajs/src/protocol/decoder");
    const decode = internal("kafkajs/src/protocol/recordBatch/v0/decoder");
    const { records } = await decode(new Decoder(bytes));
    expect(
      records.map(({ key, value }: { key: Buffer; value: Buffer }) => [key.toString(), value.toString("latin1")]),
    ).toEqual(messages.map(({ key, value }) => [Buffer.from(key).toString(), value.toString("latin1")]));
    expect(records.map(({ offset }: { offset: string }) => Number(offset))).toEqual(messages.map((_, index) => index));
    expect(records[0].timestamp).toBe(String(TIME));
  });

  test("is byte for byte what kafkajs writes", async () => {
    prepareKafkajs();
    const { RecordBatch } = internal("kafkajs/src/protocol/recordBatch/v0");
    const Record = internal("kafkajs/src/protocol/recordBatch/record/v0");
    const theirs = await RecordBatch({
      compression: kafkajs.CompressionTypes.ZSTD,
      records: messages.map(({ key, value }, offsetDelta) => Record({ key, value, offsetDelta, timestampDelta: 0 })),
      firstTimestamp: TIME,
      maxTimestamp: TIME,
      lastOffsetDelta: messages.length - 1,
      producerId: identity.producerId,
      producerEpoch: identity.producerEpoch,
      firstSequence: identity.sequence,
    });
    expect(recordBatch(await packRecords(messages, TIME), identity).equals(theirs.buffer)).toBe(true);
  });
});

test("sequences begin again at 0 after the largest int32", () => {
  expect(sequenceAfter(2_147_483_647, 1)).toBe(0);
  expect(sequenceAfter(2_147_483_000, 1_000)).toBe(352);
});

describe("the request", () => {
  const produced = { acks: -1, timeout: 30_000, producerId: "7", producerEpoch: 0, transactionalId: null };

  /** A client whose cluster has one broker, which hands over what it would send. */
  async function brokerOf(accept: boolean) {
    const kafka = new kafkajs.Kafka({ brokers: ["127.0.0.1:1"], clientId: "c", logLevel: kafkajs.logLevel.NOTHING });
    if (accept) acceptOwnBatches(kafka);
    const name = Object.getOwnPropertySymbols(kafka).find(
      ({ description }) => description === "private:Kafka:createCluster",
    );
    const cluster = name && Reflect.get(kafka, name)({});
    const sent: { encode: () => Promise<{ buffer: Buffer }>; apiVersion: number }[] = [];
    cluster.brokerPool.findBroker = async () => {
      const Broker = internal("kafkajs/src/broker");
      const { lookup } = internal("kafkajs/src/protocol/requests");
      const pool = {
        host: "h",
        port: 1,
        connectionTimeout: 1,
        send: async ({ request }: { request: (typeof sent)[number] }) => void sent.push(request),
      };
      const broker = new Broker({ connectionPool: pool, logger: { namespace: () => ({}) } });
      broker.lookupRequest = lookup({ 0: { minVersion: 0, maxVersion: 7 } });
      return broker;
    };
    return { broker: await cluster.findBroker({ nodeId: "1" }), sent };
  }

  test("is byte for byte the one that kafkajs makes of the same messages", async () => {
    prepareKafkajs();
    const messages = [message("a", "1"), message("b", "2")];
    const now = Date.now();
    const batch = { ...(await packRecords(messages, now)), sequence: 5 };
    const ours = await brokerOf(true);
    const theirs = await brokerOf(false);
    const timed = messages.map((one) => ({ ...one, timestamp: String(now) }));
    const topicData = (given: object[]) => [
      { topic: "t", partitions: [{ partition: 4, firstSequence: 5, messages: given }] },
    ];
    await ours.broker.produce({ ...produced, topicData: topicData([messageOf(batch, 4)]) });
    await theirs.broker.produce({ ...produced, compression: 4, topicData: topicData(timed) });
    const [our, their] = [ours.sent[0], theirs.sent[0]];
    expect(our?.apiVersion).toBe(their?.apiVersion);
    expect((await our?.encode())?.buffer).toEqual((await their?.encode())?.buffer);
  });

  test("of messages that are not ours is kafkajs's own", async () => {
    const { broker, sent } = await brokerOf(true);
    await broker.produce({
      ...produced,
      compression: 0,
      topicData: [{ topic: "t", partitions: [{ partition: 0, messages: [{ key: "k", value: "v" }] }] }],
    });
    expect((await sent[0]?.encode())?.buffer.includes("v")).toBe(true);
  });

  test("is refused where kafkajs is not as it was", () => {
    expect(() => acceptOwnBatches(Object.create(null))).toThrow("not 2.2.4");
  });
});
