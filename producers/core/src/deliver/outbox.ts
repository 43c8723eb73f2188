// Everything between record() and the broker: the buffer, the topics with their lanes, the delivery loop; and how it all ends.
import { setTimeout as sleep } from "node:timers/promises";
import { type DomainName, topicOf } from "@audit-log/schemas";
import type { SchemaIdOf } from "../encode/schema-ids.ts";
import type { Backoff } from "../wait/backoff.ts";
import { Bell } from "../wait/bell.ts";
import { within } from "../wait/within.ts";
import type { Account } from "./account.ts";
import { deliver, type DeliveryLine } from "./deliver.ts";
import type { PendingDelivery, Undelivered } from "./delivery.ts";
import { type BufferedEvent, EventBuffer, type BufferLimits } from "./event-buffer.ts";
import type { EventSender } from "./event-sender.ts";
import type { BatchLimits } from "./lane.ts";
import { messageOf } from "./problems.ts";
import { topicLookups } from "./topic-lookups.ts";
import { Topic } from "./topic.ts";

export interface OutboxOptions {
  sender: EventSender;
  /** What topics begin with. */
  prefix: string;
  schemaIdOf: SchemaIdOf;
  account: Account;
  buffer: BufferLimits;
  batch: BatchLimits;
  backoff: Backoff;
  lingerMs: number;
  /** How long close() waits for the broker. */
  closeTimeoutMs: number;
  now: () => number;
}

const LOOP_FAULT_MS = 1_000;
/** How long the sender may take to say goodbye. */
const GOODBYE_MS = 2_000;

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #buffer: EventBuffer;
  readonly #topics = new Map<DomainName, Topic>();
  readonly #bell = new Bell();
  readonly #stop = new AbortController();
  #closing: Promise<void> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#buffer = new EventBuffer(options.buffer);
  }

  start(): void {
    void this.#run(this.#stop.signal);
  }

  /** A fault in the loop itself must neither end the service that records nor the delivery. */
  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await deliver(this.#line(), signal);
      } catch (cause) {
        this.#options.account.tell({ kind: "loop-fault", message: messageOf(cause) });
        await sleep(LOOP_FAULT_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  add(event: Omit<BufferedEvent, "generation">, cut: boolean): void {
    const { account } = this.#options;
    account.recorded++;
    if (cut) account.cut++;
    if (this.#closing !== undefined) return this.#lose("closed", event, "recorded after close()");
    const buffered = this.#buffer.add(event);
    if (buffered === undefined) return this.#lose("buffer-full", event, "no room left: the broker is away or too slow");
    this.#topic(event.domain).push(buffered);
    return this.#bell.ring();
  }

  refuse(eventName: string, delivery: PendingDelivery, message: string): void {
    this.#lose("refused", { eventName, delivery }, message);
  }

  flush(): Promise<void> {
    return this.#buffer.drained();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  get waiting(): { events: number; bytes: number } {
    return this.#buffer;
  }

  /** The topic, which opens by itself once it is first used. */
  #topic(domain: DomainName): Topic {
    const known = this.#topics.get(domain);
    if (known !== undefined) return known;
    const topic = new Topic(topicOf(domain, this.#options.prefix));
    this.#topics.set(domain, topic);
    void topic.open(topicLookups(domain, topic.name, this.#options), this.#stop.signal).then(() => this.#bell.ring());
    return topic;
  }

  #line(): DeliveryLine {
    const { sender, backoff, batch, lingerMs, now, account } = this.#options;
    return {
      sender,
      lanes: () => [...this.#topics.values()].flatMap((topic) => topic.lanes()),
      bell: this.#bell,
      backoff,
      limits: batch,
      lingerMs,
      now,
      onDelivered: ({ topic, partition }, events, offset) => {
        account.delivered += events.length;
        for (const [index, event] of events.entries()) {
          const at = offset < 0n ? offset : offset + BigInt(index);
          this.#buffer.settle(event, { ok: true, topic, partition, offset: at });
        }
      },
      onRejected: (event, cause) => this.#giveUp("rejected", [event], cause.message),
      onRetry: ({ topic, failures }, cause) => {
        account.retries++;
        account.tell({ kind: "unavailable", what: "broker", topic, attempt: failures, message: messageOf(cause) });
      },
    };
  }

  async #close(): Promise<void> {
    const { sender, closeTimeoutMs } = this.#options;
    await within(closeTimeoutMs, this.flush(), "not everything was delivered").catch(() => undefined);
    this.#stop.abort();
    this.#bell.ring();
    for (const topic of this.#topics.values()) {
      const { underWay, waiting } = topic.clear();
      this.#giveUp("unconfirmed", underWay, "sent, but not acknowledged before close() ended");
      this.#giveUp("closed", waiting, "not sent before close() ended");
    }
    await within(GOODBYE_MS, sender.close(), "no goodbye from the broker").catch(() => undefined);
  }

  /** Loses events that wait in the buffer. */
  #giveUp(reason: Undelivered, events: readonly BufferedEvent[], message: string): void {
    for (const event of events) {
      this.#options.account.lose(reason, event, message);
      this.#buffer.settle(event, { ok: false, reason, message });
    }
  }

  /** Loses an event that never came into the buffer. */
  #lose(reason: Undelivered, event: { eventName: string; delivery: PendingDelivery }, message: string): void {
    this.#options.account.lose(reason, event, message);
    event.delivery.settle({ ok: false, reason, message });
  }
}
