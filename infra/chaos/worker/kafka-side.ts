// What the checker asks of Kafka itself: everything that a topic holds, and whether the group has committed to the ends.
import { randomUUID } from "node:crypto";
import type kafkajs from "kafkajs";
import { deadLetterTopic, eventTopics, uuidText } from "@audit-log/schemas";
import { createTopics } from "@audit-log/schemas/kafka";
import { ID_AT, ID_BYTES } from "./events.ts";
import { TAG_HEADER } from "./feeder.ts";
import { chaosKafka } from "./kafka-client.ts";
import type { Spot } from "./ledger.ts";
import { NeverCameTrue, until } from "./until.ts";

export interface KafkaRecord extends Spot {
  tag: string;
  key: Buffer | null;
  value: Buffer | null;
}

export interface Letter extends KafkaRecord {
  reason: string;
}

export class KafkaSide {
  readonly #kafka: kafkajs.Kafka;
  readonly #prefix: string;
  readonly #topics: string[];
  readonly #groupId: string;

  constructor(brokers: string[], prefix: string) {
    this.#kafka = chaosKafka(brokers);
    this.#prefix = prefix;
    this.#topics = eventTopics(prefix);
    this.#groupId = `${prefix}-worker`;
  }

  /** The whole of the event topics. */
  async records(): Promise<KafkaRecord[]> {
    return (await this.#read(this.#topics)).map(({ topic, partition, message }) => ({
      topic,
      partition,
      offset: Number(message.offset),
      ...contentOf(message),
    }));
  }

  /** The whole of the dead letters, each with the spot that it says it came from. */
  async letters(): Promise<Letter[]> {
    return (await this.#read([deadLetterTopic(this.#prefix)])).map(({ message }) => ({
      topic: headerOf(message, "audit-topic"),
      partition: Number(headerOf(message, "audit-partition")),
      offset: Number(headerOf(message, "audit-offset")),
      reason: headerOf(message, "audit-reason"),
      ...contentOf(message),
    }));
  }

  /** Until everything that is in the event topics now is committed by the group; `hopeless` says why that will never be. */
  async committed(hopeless: () => string | undefined, boundMs?: number): Promise<void> {
    await this.#withAdmin(async (admin) => {
      const ends = await this.#ends(admin, this.#topics);
      await until(
        "the group has committed everything",
        async () => {
          const why = hopeless();
          if (why !== undefined) throw new NeverCameTrue(why);
          const offsets = await admin.fetchOffsets({ groupId: this.#groupId, topics: this.#topics });
          const at = new Map(
            offsets.flatMap(({ topic, partitions }) =>
              partitions.map(({ partition, offset }) => [`${topic}/${partition}`, Number(offset)] as const),
            ),
          );
          return ends.every(
            ({ topic, partition, high }) => high === 0 || (at.get(`${topic}/${partition}`) ?? -1) >= high,
          );
        },
        boundMs,
      );
    });
  }

  /** To the beginning of everything, once the last member is gone; what is "committed at 0" is so in one topic, and nothing in the others. */
  async rewind(to: "committed at 0" | "never committed"): Promise<void> {
    await this.#withAdmin(async (admin) => {
      const [topic = ""] = this.#topics;
      const ends = await this.#ends(admin, [topic]);
      await until("the group has no members", async () => {
        const { groups } = await admin.describeGroups([this.#groupId]);
        return groups.every(({ state }) => state === "Empty" || state === "Dead");
      });
      await admin.deleteGroups([this.#groupId]);
      if (to === "never committed") return;
      const partitions = ends.map(({ partition }) => ({ partition, offset: "0" }));
      await admin.setOffsets({ groupId: this.#groupId, topic, partitions });
    });
  }

  /** The same name, and nothing of what was there. */
  async recreate(topic: string, definition: kafkajs.ITopicConfig): Promise<void> {
    await this.#withAdmin(async (admin) => {
      await admin.deleteTopics({ topics: [topic] });
      await until(`${topic} is gone`, async () => !(await admin.listTopics()).includes(topic));
      await createTopics(admin, [definition]);
    });
  }

  async removeTopics(): Promise<void> {
    await this.#withAdmin((admin) => admin.deleteTopics({ topics: [...this.#topics, deadLetterTopic(this.#prefix)] }));
  }

  async #withAdmin(work: (admin: kafkajs.Admin) => Promise<void>): Promise<void> {
    const admin = this.#kafka.admin();
    await until("Kafka answers", () => admin.connect().then(() => true));
    try {
      await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  async #ends(admin: kafkajs.Admin, topics: string[]): Promise<{ topic: string; partition: number; high: number }[]> {
    const ends: { topic: string; partition: number; high: number }[] = [];
    await until("the ends of the topics are known", async () => {
      ends.length = 0;
      for (const topic of topics) {
        for (const { partition, high } of await admin.fetchTopicOffsets(topic))
          ends.push({ topic, partition, high: Number(high) });
      }
      return true;
    });
    return ends;
  }

  async #read(topics: string[]): Promise<Read[]> {
    const missing = new Set<string>();
    await this.#withAdmin(async (admin) => {
      for (const { topic, partition, high } of await this.#ends(admin, topics))
        if (high > 0) missing.add(`${topic}/${partition}:${high - 1}`);
    });
    /** By spot: after a pause the same batch may come again. */
    const read = new Map<string, Read>();
    if (missing.size === 0) return [];
    const consumer = this.#kafka.consumer({
      groupId: `chaos-${randomUUID()}`,
      maxBytesPerPartition: 4_194_304,
      maxWaitTimeInMs: 100,
    });
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch: { topic, partition, messages } }) => {
        for (const message of messages) {
          const spot = `${topic}/${partition}:${message.offset}`;
          read.set(spot, { topic, partition, message });
          missing.delete(spot);
        }
      },
    });
    await until("the topics are read to their ends", () => missing.size === 0);
    await consumer.disconnect();
    return [...read.values()];
  }
}

interface Read {
  topic: string;
  partition: number;
  message: kafkajs.KafkaMessage;
}

const headerOf = ({ headers }: kafkajs.KafkaMessage, name: string): string => {
  const value = headers?.[name];
  return value === undefined ? "" : String(value);
};

function contentOf(message: kafkajs.KafkaMessage): Pick<KafkaRecord, "tag" | "key" | "value"> {
  const { key, value } = message;
  const tagged = headerOf(message, TAG_HEADER);
  const tag = tagged === "" && value !== null ? uuidText(value.subarray(ID_AT, ID_AT + ID_BYTES)) : tagged;
  return { tag, key, value };
}
