// Fills a topic as the SDK does: its own sender, record batches in zstd of 500 to 1,000 events, a scope always in the same partition.
import { NO_ENRICHMENT, createRegistry, subjectOf, topicOf, type StoredEvent } from "@audit-log/schemas";
import type { Engines } from "../../local/src/engines/engines.ts";
import { createKafkaSender } from "../../../producers/core/src/kafka/kafka-sender.ts";
import { BENCH_DOMAIN, benchSchema, eventEncoder, eventSource, type Size } from "./events.ts";

export interface LoadOrder {
  engines: Pick<Engines, "kafka" | "registry">;
  prefix: string;
  size: Size;
  events: number;
  /** Called with every batch once it is in Kafka; what a right consumer makes of it, but for the received time. */
  onBatch: (stored: StoredEvent[]) => Promise<void>;
}

export interface Load {
  prefix: string;
  topic: string;
  events: number;
  /** Where each partition ends. */
  ends: Map<number, number>;
  /** Means: of a message's value, and of a record batch. */
  bytesPerEvent: number;
  eventsPerBatch: number;
}

interface Waiting {
  messages: { key: string; value: Buffer }[];
  stored: StoredEvent[];
}

const FEWEST = 500;
const MOST = 1_000;
const STEP = 125;

export async function fillTopic({ engines, prefix, size, events, onBatch }: LoadOrder): Promise<Load> {
  const topic = topicOf(BENCH_DOMAIN, prefix);
  const schemaId = await createRegistry(engines.registry).idOf(subjectOf(BENCH_DOMAIN, prefix), benchSchema());
  const encode = eventEncoder(schemaId);
  const eventAt = eventSource(size, Date.now());
  const sender = createKafkaSender({ address: engines.kafka, clientId: "bench-load" });
  const placed = await sender.placement(topic);
  const lanes = new Map<number, Waiting>();
  const ends = new Map<number, number>();
  let bytes = 0;
  let batches = 0;

  const send = async (partition: number, { messages, stored }: Waiting): Promise<void> => {
    const first = Number(await sender.send(topic, partition, messages));
    for (const [index, row] of stored.entries()) row.offset = first + index;
    ends.set(partition, first + stored.length);
    batches += 1;
    await onBatch(stored);
  };

  try {
    for (let n = 0; n < events; n++) {
      const event = eventAt(n);
      const value = encode(event);
      const key = event.scope.id;
      const partition = placed(key);
      bytes += value.length;
      const lane = lanes.get(partition) ?? { messages: [], stored: [] };
      lanes.set(partition, lane);
      lane.messages.push({ key, value });
      lane.stored.push({
        event,
        enrichment: NO_ENRICHMENT,
        domain: BENCH_DOMAIN,
        receivedTime: 0,
        schemaId,
        topic,
        partition,
        offset: -1,
      });
      if (lane.messages.length < FEWEST + ((batches * STEP) % (MOST - FEWEST + STEP))) continue;
      lanes.delete(partition);
      await send(partition, lane);
    }
    for (const [partition, lane] of lanes) await send(partition, lane);
  } finally {
    await sender.close();
  }
  return { prefix, topic, events, ends, bytesPerEvent: bytes / events, eventsPerBatch: events / batches };
}
