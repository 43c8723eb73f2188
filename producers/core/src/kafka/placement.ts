// A key's partition, as every Kafka client of the default kind places it: murmur2 of the key, modulo the number of partitions.
import kafkajs, { type PartitionMetadata } from "kafkajs";
import type { Placement } from "../deliver/event-sender.ts";

const MOST_KEPT_KEYS = 10_000;

/** `partitions` is asked each time the count may have changed; kafkajs hashes slowly, so the hash of a scope is remembered. */
export function murmur2Placement(partitions: () => number): Placement {
  const partitioner = kafkajs.Partitioners.DefaultPartitioner();
  let known = new Map<string, number>();
  let count = 0;
  return (key) => {
    if (partitions() !== count || known.size > MOST_KEPT_KEYS) {
      count = partitions();
      known = new Map();
    }
    const partition =
      known.get(key) ?? partitioner({ topic: "", partitionMetadata: leaders(count), message: { key, value: null } });
    known.set(key, partition);
    return partition;
  };
}

/** The partitioner only counts them. */
const leaders = (count: number): PartitionMetadata[] =>
  Array.from({ length: count }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 0,
    replicas: [],
    isr: [],
  }));
