// What fetching alone costs the worker: record batches left whole, and unpacked.
import { keepBatchesWhole } from "../../../consumers/src/fetch/whole-batches.ts";
import { toFetched } from "../../../consumers/src/fetch/to-fetched.ts";
import { isUnreadable } from "../../../consumers/src/record.ts";
import { contest, say } from "./contest.ts";
import { connectConsumer, runConsumer } from "./kafka-consumer.ts";

let counted = 0;

await contest(async () => {
  const consumer = await connectConsumer(keepBatchesWhole);
  return () =>
    runConsumer(consumer, async (batch) => {
      for (const one of toFetched(batch).batches) counted += isUnreadable(one) ? 0 : one.count;
      say({ counted });
    });
});
