// What fetching alone costs: kafkajs gives every message as an object, and nothing is done with it.
import { contest, say } from "./contest.ts";
import { connectConsumer, runConsumer } from "./kafka-consumer.ts";

let counted = 0;

await contest(async () => {
  const consumer = await connectConsumer();
  return () =>
    runConsumer(consumer, async ({ messages }) => {
      counted += messages.length;
      say({ counted });
    });
});
