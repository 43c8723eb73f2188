// Events through the SDK into real Kafka, with recording and without it.
import { topicOf } from "@audit-log/schemas";
import type { KafkaAddress } from "@audit-log/schemas/kafka";
import { createKafkaSender } from "../../producers/core/src/kafka/kafka-sender.ts";
import { benchInput, SDK_DOMAIN } from "./sdk-input.ts";
import { type BenchRecorder, benchRecorder, nowhere, recordAll } from "./sdk-recorder.ts";
import type { PlacedMessage } from "./sdk-bare.ts";

export interface GatedSdk extends AsyncDisposable {
  /** Milliseconds from opening the gate to the last acknowledgement; all events are recorded before. */
  deliver(events: number): Promise<number>;
  /** Milliseconds from the first call of record() to the last acknowledgement. */
  recordAndDeliver(events: number): Promise<number>;
  bench: BenchRecorder;
}

export async function gatedSdk(kafka: KafkaAddress, prefix: string): Promise<GatedSdk> {
  let gate = Promise.resolve();
  const sender = createKafkaSender({ address: kafka, clientId: "bench-sdk" });
  const bench = await benchRecorder(kafka, prefix, {
    sender: {
      placement: (topic) => sender.placement(topic),
      send: async (...batch) => {
        await gate;
        return sender.send(...batch);
      },
      close: () => sender.close(),
    },
  });
  const { recorder } = bench;
  bench.record(benchInput(0));
  await recorder.flush();
  return {
    async deliver(events) {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      await recordAll(bench, 0, events);
      const start = performance.now();
      resolve();
      await recorder.flush();
      return performance.now() - start;
    },
    async recordAndDeliver(events) {
      const inputs = Array.from({ length: events }, (_, n) => benchInput(n));
      const start = performance.now();
      await recordAll(bench, 0, events, { inputs: (n) => inputs[n] ?? benchInput(n) });
      await recorder.flush();
      return performance.now() - start;
    },
    bench,
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

/** What the SDK would send: the very bytes, and where they belong. */
export async function encodedEvents(kafka: KafkaAddress, prefix: string, events: number): Promise<PlacedMessage[]> {
  const messages: PlacedMessage[] = [];
  await using bench = await benchRecorder(kafka, prefix, {
    sender: nowhere(async (_topic, partition, batch) => {
      for (const { key, value } of batch) messages.push({ key, value, partition });
      return 0n;
    }),
  });
  await recordAll(bench, 0, events);
  await bench.recorder.flush();
  return messages;
}

export const benchTopic = (prefix: string): string => topicOf(SDK_DOMAIN, prefix);
