// When a consumer group is done: every partition of the topic is committed to its end. All contestants commit what they have stored, and
// asking the broker costs neither the consumer nor ClickHouse anything, unlike counting rows.
import { connectionOptions, prepareKafkajs, type KafkaAddress } from "@audit-log/schemas/kafka";
import { setTimeout as sleep } from "node:timers/promises";
import kafkajs from "kafkajs";
import type { Load } from "./load.ts";

export interface Broker extends AsyncDisposable {
  /** Resolves when the group has committed all of the topic; throws after `withinMs`. */
  untilCommitted(groupId: string, load: Pick<Load, "topic" | "ends">, withinMs: number): Promise<void>;
}

const ASK_EVERY_MS = 25;

export async function askBroker(address: KafkaAddress): Promise<Broker> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "bench-admin",
    ...connectionOptions(address),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  return {
    async untilCommitted(groupId, { topic, ends }, withinMs) {
      const deadline = performance.now() + withinMs;
      while (performance.now() < deadline) {
        const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
        const committed = new Map(answer?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
        if ([...ends].every(([partition, end]) => (committed.get(partition) ?? 0) >= end)) return;
        await sleep(ASK_EVERY_MS);
      }
      throw new Error(`group ${groupId} has not stored the whole topic within ${withinMs / 1_000} s`);
    },
    [Symbol.asyncDispose]: () => admin.disconnect(),
  };
}
