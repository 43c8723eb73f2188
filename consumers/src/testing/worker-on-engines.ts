// The worker on real Kafka, registry and ClickHouse, with topics and a database of its own: for the engines project.
import {
  createRegistry,
  compileType,
  domainSchemas,
  messageEncoder,
  subjectOf,
  topicOf,
  uuidText,
  type DomainName,
} from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { createTopics, topicDefinitions } from "@audit-log/schemas/kafka";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import type kafkajs from "kafkajs";
import pino from "pino";
import { createClickHouseStore } from "../adapters/clickhouse.ts";
import { createKafkaDeadLetters } from "../adapters/kafka-dead-letters.ts";
import { createKafkaLog } from "../adapters/kafka-log.ts";
import { createEnricher } from "../enrich/enricher.ts";
import { NO_PLACES } from "../enrich/places.ts";
import { groupClient } from "../fetch/group-client.ts";
import { Hierarchy } from "../hierarchy/hierarchy.ts";
import { connectKafka } from "../kafka-client.ts";
import type { EventStore } from "../ports.ts";
import { createClickHouseProgress } from "../progress/clickhouse-progress.ts";
import { Progress } from "../progress/progress.ts";
import { work } from "../worker.ts";
import { silentObserver } from "./index.ts";

/** The shortest that a broker allows. */
const SESSION_TIMEOUT_MS = 6_000;

export interface Engines {
  kafkaBrokers: string[];
  registryUrl: string;
  clickhouse: { url: string; writer: { username: string; password: string } };
}

export async function workerOnEngines(
  { kafkaBrokers, registryUrl, clickhouse: { url, writer } }: Engines,
  prefix: string,
) {
  const logger = pino({ level: "silent" });
  const connect = () => connectKafka({ kafka: { brokers: kafkaBrokers, tls: false } }, logger);
  const kafka = connect();
  const group = () => groupClient(connect());
  const clickhouse = createClient({ url, ...writer, database: prefix });
  const registry = createRegistry({ url: registryUrl });
  const admin = kafka.admin();
  const producer = kafka.producer();
  const encoders = new Map<DomainName, (value: unknown) => Buffer>();

  await Promise.all([admin.connect(), producer.connect(), migrate({ url, ...writer, database: prefix })]);
  await createTopics(admin, topicDefinitions(prefix, 2));
  for (const [domain, schema] of Object.entries(domainSchemas) as [DomainName, (typeof domainSchemas)[DomainName]][]) {
    if (schema === undefined) continue;
    encoders.set(
      domain,
      messageEncoder(compileType(schema), await registry.publish(subjectOf(domain, prefix), schema)),
    );
  }

  async function startWorker(
    store: EventStore = createClickHouseStore(clickhouse, SESSION_TIMEOUT_MS, silentObserver),
  ) {
    const options = {
      groupId: `${prefix}-worker`,
      prefix,
      batch: { rows: 100, bytes: 1e7, lingerMs: 20 },
      inFlightBytes: 1e7,
      sessionTimeoutMs: SESSION_TIMEOUT_MS,
    };
    const letters = kafka.producer();
    await letters.connect();
    const log = await createKafkaLog(group(), options, silentObserver);
    const deadLetters = createKafkaDeadLetters(letters, { prefix, version: "test" }, silentObserver);
    const working = work({
      log,
      store,
      deadLetters,
      registry,
      enricher: createEnricher(NO_PLACES, new Hierarchy()),
      progress: new Progress({
        store: createClickHouseProgress(clickhouse, SESSION_TIMEOUT_MS, silentObserver),
        observer: silentObserver,
        prefix,
        everyMs: 100,
        now: Date.now,
      }),
      observer: silentObserver,
      prefix,
      now: Date.now,
      maxRefusedInARow: 100,
    });
    // The failure is looked at by whoever awaits the end.
    working.catch(() => {});
    const ended = async () => {
      try {
        await working;
      } finally {
        await letters.disconnect();
      }
    };
    return { stop: () => log.stop().then(ended), ended };
  }

  const recent = (index: number) => Date.now() - 1_000 * (index + 1);

  /** In one request: a request per event takes longer than all else here. */
  async function publishExamples(): Promise<Map<string, { domain: DomainName; eventTime: number; name: string }>> {
    const sent = new Map<string, { domain: DomainName; eventTime: number; name: string }>();
    const messages = new Map<string, kafkajs.Message[]>();
    for (const [index, { domain, event }] of readExamples().entries()) {
      const id = Buffer.from(event.id);
      id.writeUInt32BE(Date.now() % 0xffffffff, 10);
      id.writeUInt16BE(index, 14);
      const eventTime = recent(index);
      const value = encoders.get(domain)?.({ ...event, id, eventTime }) ?? null;
      const topic = topicOf(domain, prefix);
      messages.set(topic, [...(messages.get(topic) ?? []), { key: event.scope.id, value }]);
      sent.set(uuidText(id), { domain, eventTime, name: event.eventName });
    }
    await producer.sendBatch({ topicMessages: Array.from(messages, ([topic, list]) => ({ topic, messages: list })) });
    return sent;
  }

  async function select<T>(query: string): Promise<T[]> {
    const answer = await clickhouse.query({ query, format: "JSONEachRow" });
    return answer.json<T>();
  }

  const storedIds = async () =>
    (await select<{ id: string }>("SELECT toString(event_id) AS id FROM events")).map(({ id }) => id);

  return {
    connect,
    producer,
    encoders,
    store: () => createClickHouseStore(clickhouse, SESSION_TIMEOUT_MS, silentObserver),
    startWorker,
    publishExamples,
    select,
    storedIds,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([admin.disconnect(), producer.disconnect(), clickhouse.close()]);
    },
  };
}

export type WorkerOnEngines = Awaited<ReturnType<typeof workerOnEngines>>;
