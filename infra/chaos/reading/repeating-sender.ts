// A sender that sends some events a second time, batches later: as a producer does that was killed before it knew that the first had arrived.
import { uuidText } from "@audit-log/schemas";
import type { EventSender, OutgoingMessage, Placement } from "@audit-log/producer-core";
import type { Random } from "../random.ts";
import { ID_AT, ID_BYTES } from "../worker/events.ts";

/** One of so many messages is kept, and one of so many batches is followed by what was kept of its partition. */
const KEPT = 25;
const FOLLOWED = 4;

export class RepeatingSender implements EventSender {
  /** Ids of events that were acknowledged twice. */
  readonly repeated = new Set<string>();
  readonly #sender: EventSender;
  readonly #random: Random;
  readonly #kept = new Map<string, OutgoingMessage[]>();

  constructor(sender: EventSender, random: Random) {
    this.#sender = sender;
    this.#random = random;
  }

  placement(topic: string): Promise<Placement> {
    return this.#sender.placement(topic);
  }

  /** Where the second sending fails the caller sends its own again, which is one copy more and no harm. */
  async send(topic: string, partition: number, messages: readonly OutgoingMessage[]): Promise<bigint> {
    const offset = await this.#sender.send(topic, partition, messages);
    const lane = `${topic}/${partition}`;
    const kept = this.#kept.get(lane) ?? [];
    if (kept.length > 0 && this.#random.between(1, FOLLOWED) === 1) {
      await this.#sender.send(topic, partition, kept);
      for (const { value } of kept) this.repeated.add(uuidText(value.subarray(ID_AT, ID_AT + ID_BYTES)));
      kept.length = 0;
    }
    kept.push(...messages.filter(() => this.#random.between(1, KEPT) === 1));
    this.#kept.set(lane, kept);
    return offset;
  }

  close(): Promise<void> {
    return this.#sender.close();
  }
}
