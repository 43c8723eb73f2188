import { eventSenderContract } from "../testing/event-sender.contract.ts";
import { createMemorySender } from "./memory-sender.ts";

eventSenderContract("the in-memory sender", async () => {
  const sender = createMemorySender({ topics: ["t"], maxBatchBytes: 1024 * 1024 });
  return {
    sender,
    topic: "t",
    stored: async (topic, partition) =>
      sender
        .stored(topic)
        .filter((message) => message.partition === partition)
        .map(({ key, value }) => ({ key, value })),
    [Symbol.asyncDispose]: () => sender.close(),
  };
});
