// One topic: closed until its schema's id and its partitions are known, then one lane per partition. Events wait at the door in order.
import { writeSchemaId } from "../encode/encode.ts";
import { type Backoff, waitMs } from "../wait/backoff.ts";
import type { BufferedEvent } from "./event-buffer.ts";
import type { Placement } from "./event-sender.ts";
import { Lane } from "./lane.ts";

export interface TopicLookups {
  /** Throws while the registry is away, UnknownSchema where the schema was never published. */
  schemaId: () => Promise<number>;
  /** Throws while the topic does not exist or the broker is away. */
  placement: () => Promise<Placement>;
  backoff: Backoff;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** `attempt` counts from 1. */
  onFailure: (what: "registry" | "topic", attempt: number, cause: unknown) => void;
}

export class Topic {
  readonly name: string;
  readonly #door: BufferedEvent[] = [];
  readonly #lanes = new Map<number, Lane>();
  #open: { schemaId: number; placement: Placement } | undefined;

  constructor(name: string) {
    this.name = name;
  }

  push(event: BufferedEvent): void {
    this.#door.push(event);
  }

  /** Looks up what is needed to send, again and again until it is there or `signal` is aborted. */
  async open(lookups: TopicLookups, signal: AbortSignal): Promise<void> {
    const schemaId = await insist(lookups, "registry", lookups.schemaId, signal);
    const placement = await insist(lookups, "topic", lookups.placement, signal);
    if (schemaId !== undefined && placement !== undefined) this.#open = { schemaId, placement };
  }

  /** The lanes, after those who wait at the door have gone to theirs. */
  lanes(): Lane[] {
    if (this.#open !== undefined) {
      const { schemaId, placement } = this.#open;
      for (const event of this.#door.splice(0)) {
        writeSchemaId(event.value, schemaId);
        this.#lane(placement(event.key)).push(event);
      }
    }
    return [...this.#lanes.values()];
  }

  #lane(partition: number): Lane {
    const lane = this.#lanes.get(partition) ?? new Lane(this.name, partition);
    this.#lanes.set(partition, lane);
    return lane;
  }

  /** Takes everything out; see Lane.clear. */
  clear(): { underWay: BufferedEvent[]; waiting: BufferedEvent[] } {
    const lanes = [...this.#lanes.values()].map((lane) => lane.clear());
    const waiting = [...lanes.flatMap((lane) => lane.waiting), ...this.#door.splice(0)];
    return { underWay: lanes.flatMap((lane) => lane.underWay), waiting };
  }
}

async function insist<T>(
  lookups: TopicLookups,
  what: "registry" | "topic",
  lookUp: () => Promise<T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await lookUp();
    } catch (cause) {
      lookups.onFailure(what, attempt, cause);
      await lookups.sleep(waitMs(lookups.backoff, attempt), signal);
    }
  }
  return undefined;
}
