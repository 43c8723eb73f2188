// Dead letters on a real broker, held to what the double is held to.
import { createTopics, prepareKafkajs, topicDefinitions } from "@audit-log/schemas/kafka";
import pino from "pino";
import { afterAll, beforeAll, inject } from "vitest";
import { letterOf } from "../dead-letters/letter.ts";
import { type LetterTopic, openLetterTopic } from "../dead-letters/letter-topic.ts";
import { connectKafka } from "../kafka-client.ts";
import { type ReadLetter, deadLettersContract } from "../testing/dead-letters-contract.ts";
import { silentObserver } from "../testing/index.ts";
import { createKafkaDeadLetters } from "./kafka-dead-letters.ts";

prepareKafkajs();
const prefix = `d${Date.now().toString(36)}`;
const kafka = connectKafka({ kafka: { brokers: inject("kafkaBrokers"), tls: false } }, pino({ level: "silent" }));
const [admin, producer] = [kafka.admin(), kafka.producer()];
let topic: LetterTopic;

beforeAll(async () => {
  await Promise.all([admin.connect(), producer.connect()]);
  await createTopics(admin, topicDefinitions(prefix, 1));
  topic = await openLetterTopic(kafka, prefix);
});
afterAll(() => Promise.all([admin.disconnect(), producer.disconnect(), topic.close()]));

async function read(): Promise<ReadLetter[]> {
  const letters: ReadLetter[] = [];
  for (const bounds of await topic.bounds())
    for await (const message of topic.read(bounds)) {
      const { origin, reason, message: why, schemaId, isBatch, key, value, headers } = letterOf(message);
      if (origin === undefined) throw new Error("a letter of ours says where its record was");
      const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
      letters.push({
        ...origin,
        reason,
        message: why,
        schemaId,
        isBatch,
        key,
        value,
        headers: Object.fromEntries(texts),
      });
    }
  return letters;
}

deadLettersContract("Kafka", () => ({
  deadLetters: createKafkaDeadLetters(producer, { prefix, version: "test" }, silentObserver),
  read,
}));
