// Port: how a batch reaches a topic. Adapters: kafka-sender.ts, memory-sender.ts; both are held to event-sender.contract.ts.

export interface OutgoingMessage {
  /** Scope id: order is kept per scope. */
  key: string;
  /** Framed Avro. */
  value: Buffer;
}

/** Which partition a key belongs to, by the topic's number of partitions as last seen. */
export type Placement = (key: string) => number;

/** The broker will never take this batch as it is; none of it was stored. */
export class BatchRefused extends Error {
  override readonly name = "BatchRefused";
}

export interface EventSender {
  /** Throws while the topic does not exist or the broker is away. */
  placement(topic: string): Promise<Placement>;
  /**
   * Stores a batch in one partition and answers with the offset of its first message (-1n: unknown), once all in-sync
   * replicas have it. One call at a time. Throws BatchRefused for good; after anything else it is unknown whether the batch
   * was stored, and the very same batch must be sent again before any other to that partition.
   */
  send(topic: string, partition: number, messages: readonly OutgoingMessage[]): Promise<bigint>;
  /** Idempotent; never throws. */
  close(): Promise<void>;
}
