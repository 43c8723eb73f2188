// Port: what workers have said of how far partitions are settled.
import type { Fence } from "../fence.ts";

export interface PartitionProgress {
  topic: string;
  partition: number;
  /** Milliseconds UTC: every event of it that was received before is stored or dead-lettered. 0: nothing is promised yet. */
  settledUntil: number;
}

export interface PublishedProgress extends PartitionProgress {
  domain: string;
  /** Milliseconds UTC: Kafka's time of the oldest record that was not settled at the last look; 0: none was. */
  waitingSince: number;
}

export interface ProgressStore {
  /** Of all partitions that ever had a worker. Throws only what no repetition can mend. */
  read(): Promise<PartitionProgress[]>;
  /** One try. A moment that lies before one that was published changes nothing. Throws whatever is in the way, the fence included. */
  publish(progress: readonly PublishedProgress[], fence: Fence): Promise<void>;
  /** The same until it is done, or the assignment is over. Throws only what no repetition can mend. */
  claim(progress: readonly PublishedProgress[], fence: Fence): Promise<void>;
}
