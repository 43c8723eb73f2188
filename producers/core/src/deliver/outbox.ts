// Everything between record() and the broker: the buffer, the topics with their lanes, the spool, the delivery loop; and how it all ends.
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type DomainName, topicOf } from "@audit-log/schemas";
import type { SchemaIdOf } from "../encode/schema-ids.ts";
import type { Backoff } from "../wait/backoff.ts";
import { Bell } from "../wait/bell.ts";
import { within } from "../wait/within.ts";
import type { Account } from "./account.ts";
import { deliver, type DeliveryLine } from "./deliver.ts";
import type { PendingDelivery, Undelivered } from "./delivery.ts";
import { type BufferLimits, EventBuffer } from "./event-buffer.ts";
import type { EventSender } from "./event-sender.ts";
import type { BatchLimits } from "./lane.ts";
import type { OutgoingEvent, OutgoingEventParts } from "./outgoing-event.ts";
import { messageOf } from "./problems.ts";
import type { RecorderSpool } from "./recorder-spool.ts";
import type { Spooling } from "./spooling.ts";
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
  /** How long a strict event waits for its acknowledgement. */
  strictTimeoutMs: number;
  /** How long close() waits for the broker. */
  closeTimeoutMs: number;
  /** Undefined: events wait in memory only. */
  spool?: RecorderSpool | undefined;
}

const LOOP_FAULT_MS = 1_000;
/** How long the spool, the send in flight and the sender may each take to end. */
const GOODBYE_MS = 2_000;

interface Route {
  topic: Topic;
  spooling: Spooling | undefined;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #buffer: EventBuffer;
  readonly #routes = new Map<DomainName, Route>();
  readonly #bell = new Bell();
  readonly #stop = new AbortController();
  /** What is still at work after the stop. */
  readonly #working: Promise<void>[] = [];
  #isOver = false;
  /** Lasting work must not be part of the request that happened to record the first event. */
  readonly #outside = AsyncLocalStorage.snapshot();
  #closing: Promise<void> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#buffer = new EventBuffer(options.buffer);
  }

  start(): void {
    this.#working.push(this.#run(this.#stop.signal));
    // What an earlier process left in the spool goes first.
    for (const domain of this.#options.spool?.domainsWithEntries ?? []) this.#route(domain);
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

  add(parts: OutgoingEventParts, delivery: PendingDelivery, cut: boolean): void {
    const { account, strictTimeoutMs } = this.#options;
    account.recorded++;
    if (cut) account.cut++;
    if (this.#closing !== undefined) return this.#lose("closed", parts, delivery, "recorded after close()");
    const event = this.#buffer.add(parts, delivery);
    if (event === undefined)
      return this.#lose("buffer-full", parts, delivery, "no room left: the broker is away or too slow");
    const { topic } = this.#route(parts.domain);
    topic.push(event);
    if (event.mode === "strict") event.limit(strictTimeoutMs, () => this.#withdraw(topic, event));
    return this.#bell.ring();
  }

  refuse(eventName: string, delivery: PendingDelivery, message: string): void {
    this.#lose("refused", { eventName }, delivery, message);
  }

  flush(): Promise<void> {
    return this.#buffer.drained();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  get waiting() {
    const pending = [...this.#routes.values()].map(({ spooling }) => spooling?.pending ?? { entries: 0, bytes: 0 });
    const sum = (field: "entries" | "bytes") => pending.reduce((total, one) => total + one[field], 0);
    return { memory: this.#buffer, spool: { entries: sum("entries"), bytes: sum("bytes") } };
  }

  /** The topic and its spooling, which open by themselves once they are first used. */
  #route(domain: DomainName): Route {
    const known = this.#routes.get(domain);
    if (known !== undefined) return known;
    const { spool, prefix, account } = this.#options;
    const topic = new Topic(topicOf(domain, prefix), spool !== undefined);
    const onFilled = () => this.#bell.ring();
    const spooling = spool?.spoolingOf({ topic, domain, buffer: this.#buffer, account, onFilled });
    const route = { topic, spooling };
    this.#routes.set(domain, route);
    const { signal } = this.#stop;
    this.#outside(() => {
      void topic.open(topicLookups(domain, topic.name, this.#options), signal).then(() => {
        topic.bell.ring();
        onFilled();
      });
      if (spooling !== undefined) this.#working.push(spooling.run(signal));
    });
    return route;
  }

  #line(): DeliveryLine {
    const { sender, backoff, batch, lingerMs, account } = this.#options;
    return {
      sender,
      lanes: () => [...this.#routes.values()].flatMap(({ topic }) => topic.lanes()),
      bell: this.#bell,
      backoff,
      limits: batch,
      lingerMs,
      now: () => performance.now(),
      onDelivered: ({ topic, partition }, events, offset) => {
        if (this.#isOver) return;
        account.delivered += events.length;
        for (const [index, event] of events.entries()) {
          const at = offset < 0n ? offset : offset + BigInt(index);
          this.#routes.get(event.domain)?.spooling?.settled(event);
          this.#buffer.settle(event, { ok: true, stored: "topic", topic, partition, offset: at });
        }
      },
      onRejected: (event, cause) => {
        this.#routes.get(event.domain)?.spooling?.settled(event);
        this.#giveUp("rejected", [event], cause.message);
      },
      onRetry: ({ topic, failures }, cause) => {
        account.retries++;
        account.tell({ kind: "unavailable", what: "broker", topic, attempt: failures, message: messageOf(cause) });
      },
    };
  }

  async #close(): Promise<void> {
    const { sender, spool, closeTimeoutMs } = this.#options;
    spool?.hurry();
    await within(closeTimeoutMs, this.flush(), "not everything was delivered").catch(() => undefined);
    this.#stop.abort();
    for (const { topic } of this.#routes.values()) topic.bell.ring();
    this.#bell.ring();
    // What the broker answers now need not be sent again by the next process.
    await within(GOODBYE_MS, Promise.all(this.#working), "the spool or the broker is busy").catch(() => undefined);
    this.#isOver = true;
    for (const { topic, spooling } of this.#routes.values()) {
      const { underWay, waiting } = topic.clear();
      this.#giveUp("unconfirmed", spooling?.writing ?? [], "not known to be on disk before close() ended");
      this.#giveUp("unconfirmed", underWay.filter(isOurs), "sent, but not acknowledged before close() ended");
      this.#giveUp("closed", waiting.filter(isOurs), "not sent before close() ended");
    }
    await within(GOODBYE_MS, sender.close(), "no goodbye from the broker").catch(() => undefined);
    await spool?.close();
  }

  /** A strict event's time is up. */
  #withdraw(topic: Topic, event: OutgoingEvent): void {
    if (topic.withdraw(event)) return this.#giveUp("timeout", [event], "not sent in time, and not stored");
    return this.#giveUp("unconfirmed", [event], "sent, but not acknowledged in time");
  }

  /** Loses events that wait in the buffer, or came from the spool. */
  #giveUp(reason: Undelivered, events: readonly OutgoingEvent[], message: string): void {
    for (const event of events) {
      this.#options.account.lose(reason, { eventName: event.eventName, id: event.idText }, message);
      this.#buffer.settle(event, { ok: false, reason, message });
    }
  }

  /** Loses an event that never came into the buffer. */
  #lose(reason: Undelivered, { eventName }: { eventName: string }, delivery: PendingDelivery, message: string): void {
    this.#options.account.lose(reason, { eventName, id: delivery.id }, message);
    delivery.settle({ ok: false, reason, message });
  }
}

/** Not in the spool, from which another process would send it. */
const isOurs = ({ isWaiting }: OutgoingEvent): boolean => isWaiting;
