import { inject } from "vitest";
import { eventSenderContract } from "../testing/event-sender.contract.ts";
import { createTopic, newPrefix, readTopic } from "../testing/kafka-topics.ts";
import { createKafkaSender } from "./kafka-sender.ts";

eventSenderContract("the Kafka sender", async () => {
  const brokers = inject("kafkaBrokers");
  const topic = newPrefix();
  await createTopic(brokers, topic);
  const sender = createKafkaSender({ address: { brokers, tls: false }, clientId: "contract" });
  return {
    sender,
    topic,
    stored: async (name, partition) =>
      (await readTopic(brokers, name))
        .filter((message) => message.partition === partition)
        .map(({ key, value }) => ({ key, value })),
    [Symbol.asyncDispose]: () => sender.close(),
  };
});
