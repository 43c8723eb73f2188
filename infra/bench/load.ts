// Fills the topic: what the workers will find when they start.
import { topicOf } from "@audit-log/schemas";
import { prepareKafkajs } from "@audit-log/schemas/kafka";
import kafkajs from "kafkajs";
import { BENCH_DOMAIN, eventSource } from "./events.ts";

export interface Load {
  brokers: string[];
  registryUrl: string;
  prefix: string;
  events: number;
}

const PER_REQUEST = 2_000;

/** Returns the mean size of a message in bytes. */
export async function fillTopic({ brokers, registryUrl, prefix, events }: Load): Promise<number> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({ clientId: "bench", brokers, logLevel: kafkajs.logLevel.ERROR });
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  const eventAt = await eventSource(registryUrl, prefix, Date.now());
  await producer.connect();
  let bytes = 0;
  for (let sent = 0; sent < events; sent += PER_REQUEST) {
    const messages = Array.from({ length: Math.min(PER_REQUEST, events - sent) }, (_, index) => eventAt(sent + index));
    for (const { value } of messages) bytes += value.length;
    await producer.send({
      topic: topicOf(BENCH_DOMAIN, prefix),
      messages,
      acks: -1,
      compression: kafkajs.CompressionTypes.ZSTD,
    });
  }
  await producer.disconnect();
  return bytes / events;
}
