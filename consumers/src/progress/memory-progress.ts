// The port in memory, for tests.
import type { Fence } from "../fence.ts";
import type { PartitionProgress, ProgressStore, PublishedProgress } from "./progress-store.ts";

export class MemoryProgress implements ProgressStore {
  readonly published = new Map<string, PublishedProgress>();

  read(): Promise<PartitionProgress[]> {
    return Promise.resolve(
      Array.from(this.published.values(), ({ topic, partition, settledUntil }) => ({ topic, partition, settledUntil })),
    );
  }

  claim(progress: readonly PublishedProgress[], fence: Fence): Promise<void> {
    return fence.signal.aborted ? Promise.resolve() : this.publish(progress, fence);
  }

  async publish(progress: readonly PublishedProgress[], { isOpen }: Fence): Promise<void> {
    if (!isOpen()) throw new Error("the group has not heard of this worker for too long");
    for (const one of progress) {
      const key = `${one.topic}/${one.partition}`;
      if (one.settledUntil >= (this.published.get(key)?.settledUntil ?? 0)) this.published.set(key, one);
    }
  }
}
