// The load: one producer whose sends follow one another, repeated until Kafka acknowledges them. Every message is in the ledger before it is sent.
import type kafkajs from "kafkajs";
import { setTimeout as sleep } from "node:timers/promises";
import { topicOf } from "@audit-log/schemas";
import type { Random } from "../random.ts";
import { EventSource, type MadeEvent } from "./events.ts";
import { CompressionTypes, chaosKafka } from "./kafka-client.ts";
import type { Expected, Ledger } from "./ledger.ts";
import { until } from "./until.ts";

export const TAG_HEADER = "chaos-tag";
const TICK_MS = 20;
const PAUSE_MS = 100;
/** So far ahead of the workers the load slows down, or a slow machine would only ever work off what lies there. */
const MOST_AHEAD = 4_000;
const SLOWER = 10;
const ASK_EVERY_MS = 250;

export interface Outgoing {
  topic: string;
  partition: number;
  key: Buffer | null;
  value: Buffer | null;
  headers?: Record<string, string>;
  tag: string;
  expected: Expected;
}

export interface FeederOptions {
  brokers: string[];
  prefix: string;
  partitions: number;
  ledger: Ledger;
  random: Random;
  /** How many rows there are by now. */
  stored: () => Promise<number>;
}

export class Feeder {
  readonly source: EventSource;
  readonly #producer: kafkajs.Producer;
  readonly #options: FeederOptions;
  #feeding: Promise<void> | undefined;
  #going = false;
  #sending: Promise<unknown> = Promise.resolve();
  #over = false;
  #tags = 0;

  constructor(options: FeederOptions) {
    this.#options = options;
    this.source = new EventSource(`chaos-${options.prefix}`, options.random, Date.now());
    this.#producer = chaosKafka(options.brokers).producer({ allowAutoTopicCreation: false, maxInFlightRequests: 1 });
  }

  get acknowledged(): number {
    return this.#options.ledger.acknowledged.length;
  }

  /** `poison`: one in so many is a message that must be dead-lettered; 0: none. */
  start(rate: number, poison = 0): void {
    if (this.#going) return;
    this.#going = true;
    this.#feeding = this.#feed(rate, poison);
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#feeding;
    this.#feeding = undefined;
  }

  /** From now on so many more acknowledged. */
  async more(count: number): Promise<void> {
    const goal = this.acknowledged + count;
    await until(`${goal} messages are acknowledged`, () => this.acknowledged >= goal);
  }

  /** So many events at once. */
  async events(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 500)
      await this.send(Array.from({ length: Math.min(left, 500) }, () => this.event(this.source.next())));
  }

  event({ domain, key, value, facts, names }: MadeEvent): Outgoing {
    const topic = topicOf(domain, this.#options.prefix);
    return { topic, partition: this.partitionOf(key), key, value, tag: facts.id, expected: { row: facts, names } };
  }

  /** A message that is told apart by a header, because it is no event or may not be one any more. */
  tagged(message: Pick<Outgoing, "topic" | "value" | "expected"> & Partial<Outgoing>): Outgoing {
    const tag = `t${++this.#tags}`;
    const key = message.key === undefined ? Buffer.from(tag) : message.key;
    const headers = { ...message.headers, [TAG_HEADER]: tag };
    return { partition: this.partitionOf(key ?? Buffer.from(tag)), ...message, key, headers, tag };
  }

  partitionOf(key: Buffer): number {
    return key.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7) % this.#options.partitions;
  }

  /** Returns when Kafka has acknowledged all of them; sends are one after the other. */
  async send(messages: Outgoing[], compression = CompressionTypes.ZSTD): Promise<void> {
    const { ledger } = this.#options;
    for (const { tag, key, value, expected } of messages) ledger.note({ tag, key, value, expected });
    const sent = this.#sending.then(() => this.#insist(messages, compression));
    this.#sending = sent.catch(() => {});
    await sent;
  }

  async close(): Promise<void> {
    this.#over = true;
    await this.stop();
    await this.#producer.disconnect();
  }

  async #feed(rate: number, poison: number): Promise<void> {
    let last = performance.now();
    let asked = -ASK_EVERY_MS;
    let ahead = false;
    let due = 0;
    while (this.#going) {
      const now = performance.now();
      if (now - asked > ASK_EVERY_MS) {
        ahead = await this.#isAhead();
        asked = now;
      }
      due += ((now - last) / 1_000) * (ahead ? rate / SLOWER : rate);
      last = now;
      const count = Math.min(Math.floor(due), 1_000);
      due -= count;
      const messages = Array.from({ length: count }, () => this.event(this.source.next()));
      const [first] = messages;
      if (first !== undefined && poison > 0 && this.#options.random.between(1, poison) <= messages.length)
        messages.push(this.tagged({ topic: first.topic, value: null, expected: { reasons: ["null-value"] } }));
      if (messages.length > 0) await this.send(messages);
      await sleep(TICK_MS);
    }
  }

  async #isAhead(): Promise<boolean> {
    try {
      return this.acknowledged - (await this.#options.stored()) > MOST_AHEAD;
    } catch {
      // ClickHouse is away: nothing is stored meanwhile.
      return true;
    }
  }

  async #insist(messages: Outgoing[], compression: kafkajs.CompressionTypes): Promise<void> {
    while (!this.#over) {
      try {
        await this.#producer.connect();
        return this.#acknowledged(messages, await this.#once(messages, compression));
      } catch {
        // The broker is away: what is not acknowledged is sent again, as a producer does.
        await sleep(PAUSE_MS);
      }
    }
  }

  #once(messages: Outgoing[], compression: kafkajs.CompressionTypes): Promise<kafkajs.RecordMetadata[]> {
    const topics = Map.groupBy(messages, ({ topic }) => topic);
    const topicMessages = [...topics].map(([topic, list]) => ({
      topic,
      messages: list.map(({ key, value, partition, headers = {} }) => ({ key, value, partition, headers })),
    }));
    return this.#producer.sendBatch({ topicMessages, acks: -1, compression, timeout: 10_000 });
  }

  #acknowledged(messages: Outgoing[], metadata: kafkajs.RecordMetadata[]): void {
    const next = new Map(
      metadata.map(({ topicName, partition, baseOffset }) => [`${topicName}/${partition}`, Number(baseOffset)]),
    );
    for (const { tag, topic, partition } of messages) {
      const at = `${topic}/${partition}`;
      const offset = next.get(at);
      if (offset === undefined) throw new Error(`Kafka acknowledged nothing for ${at}`);
      next.set(at, offset + 1);
      this.#options.ledger.acknowledge(tag, { topic, partition, offset });
    }
  }
}
