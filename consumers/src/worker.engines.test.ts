// The worker on real Kafka, registry and ClickHouse: every example becomes a row with every column right; poison does not stop the
// line; a worker that died between insert and commit, and one that is replaced, store nothing twice.
import {
  createRegistry,
  compileType,
  deadLetterTopic,
  domainSchemas,
  messageEncoder,
  subjectOf,
  topicOf,
  uuidText,
  productServices,
  type DomainName,
} from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import { topicDefinitions } from "@audit-log/schemas/kafka";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import type kafkajs from "kafkajs";
import pino from "pino";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { createClickHouseStore } from "./adapters/clickhouse.ts";
import { createKafkaDeadLetters } from "./adapters/kafka-dead-letters.ts";
import { createKafkaLog } from "./adapters/kafka-log.ts";
import { groupClient } from "./fetch/group-client.ts";
import { connectKafka } from "./kafka-client.ts";
import type { EventStore } from "./ports.ts";
import { createEnricher } from "./enrich/enricher.ts";
import { NO_PLACES } from "./enrich/places.ts";
import { Hierarchy } from "./hierarchy/hierarchy.ts";
import { createClickHouseProgress } from "./progress/clickhouse-progress.ts";
import { Progress } from "./progress/progress.ts";
import { silentObserver } from "./testing/index.ts";
import { work } from "./worker.ts";

const prefix = `w${Date.now().toString(36)}`;
const logger = pino({ level: "silent" });
const connect = () => connectKafka({ kafka: { brokers: inject("kafkaBrokers"), tls: false } }, logger);
const kafka = connect();
const group = () => groupClient(connect());
const { url, writer } = inject("clickhouse");
const clickhouse = createClient({ url, ...writer, database: prefix });
const registry = createRegistry({ url: inject("registryUrl") });
const admin = kafka.admin();
const producer = kafka.producer();
const encoders = new Map<DomainName, (value: unknown) => Buffer>();

/** The shortest that a broker allows. */
const SESSION_TIMEOUT_MS = 6_000;
/** With its key and header it just fits into a topic: the dead letter is larger. */
const LARGEST_MESSAGE_BYTES = 1_048_400;
const waiting = { timeout: 30_000, interval: 50 };

beforeAll(async () => {
  await Promise.all([admin.connect(), producer.connect(), migrate({ url, ...writer, database: prefix })]);
  await admin.createTopics({ topics: topicDefinitions(prefix, 2), waitForLeaders: true });
  for (const [domain, schema] of Object.entries(domainSchemas) as [DomainName, (typeof domainSchemas)[DomainName]][]) {
    if (schema === undefined) continue;
    encoders.set(
      domain,
      messageEncoder(compileType(schema), await registry.publish(subjectOf(domain, prefix), schema)),
    );
  }
});

afterAll(async () => {
  await Promise.all([admin.disconnect(), producer.disconnect(), clickhouse.close()]);
});

async function startWorker(store: EventStore = createClickHouseStore(clickhouse, SESSION_TIMEOUT_MS, silentObserver)) {
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

const exampleOf = (domain: DomainName) =>
  readExamples().find((one) => one.domain === domain) ?? expect.unreachable("there is an example of every domain");

test("every example becomes one row, every column as it was recorded", async () => {
  const worker = await startWorker();
  const sent = await publishExamples();
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(sent.size), waiting);
  await worker.stop();
  const rows = await select<Record<string, unknown>>("SELECT * FROM events ORDER BY event_name");
  // Every column of one event per service is looked at; that values arrive unchanged for all of them is the demo's check.
  const firsts = [...Map.groupBy(rows, (row) => row["event_source"]).values()].map(([row = {}]) => row);
  const stable = firsts.map(
    ({ event_id, event_time, received_time, kafka_offset, kafka_partition, schema_id, kafka_topic, ...row }) => row,
  );
  expect(stable).toHaveLength(productServices().length + 1); // and the audit log itself
  await expect(`${JSON.stringify(stable, null, 1)}\n`).toMatchFileSnapshot("./__snapshots__/rows.json");
  for (const row of rows) {
    const one = sent.get(String(row["event_id"]));
    expect(one?.name).toBe(row["event_name"]);
    expect(Date.parse(`${String(row["event_time"]).replace(" ", "T")}Z`)).toBe(one?.eventTime);
    expect(row["kafka_topic"]).toBe(topicOf(one?.domain ?? "billing", prefix));
  }
});

test("poison goes to the dead letters with its bytes and reason, and the line goes on", async () => {
  const before = (await storedIds()).length;
  const topic = topicOf("membership", prefix);
  const framed = encoders.get("membership")?.(exampleOf("membership").event) ?? Buffer.alloc(0);
  const poison: [string, Buffer | null][] = [
    ["null-value", null],
    ["not-registry-framed", Buffer.from("hello, is this the audit log?")],
    ["too-large", Buffer.concat([framed.subarray(0, 5), Buffer.alloc(LARGEST_MESSAGE_BYTES - 5)])],
    ["unknown-schema-id", Buffer.concat([Buffer.from([0, 0x7f, 0, 0, 1]), Buffer.alloc(50)])],
    ["malformed-avro", framed.subarray(0, 90)],
  ];
  // One at a time: the limit is on what is sent together.
  for (const [, value] of poison)
    await producer.send({ topic, messages: [{ key: "k", value, headers: { trace: "abc" } }] });
  const sent = await publishExamples();
  const worker = await startWorker();
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(before + sent.size), waiting);
  await worker.stop();
  const letters = await readDeadLetters(poison.length);
  expect(new Map(letters.map(({ headers, value }) => [String(headers?.["audit-reason"]), value]))).toEqual(
    new Map(poison),
  );
  expect(
    letters.every(({ headers }) => String(headers?.["trace"]) === "abc" && String(headers?.["audit-topic"]) === topic),
  ).toBe(true);
});

test("what was inserted and not committed is not inserted again", async () => {
  const before = (await storedIds()).length;
  const sent = await publishExamples();
  const real = createClickHouseStore(clickhouse, SESSION_TIMEOUT_MS, silentObserver);
  const dying = await startWorker({
    ...real,
    async insert(block, fence) {
      await real.insert(block, fence);
      throw new Error("killed between insert and commit");
    },
  });
  await expect(dying.ended()).rejects.toThrow("killed between insert and commit");
  const left = (await storedIds()).length;
  expect(left).toBeGreaterThan(before);

  const worker = await startWorker();
  await vi.waitFor(async () => expect(await storedIds()).toHaveLength(before + sent.size), waiting);
  await worker.stop();
  expect(new Set(await storedIds()).size).toBe(before + sent.size);
});

test("two workers share the partitions, and a worker that leaves loses nothing", async () => {
  const before = (await storedIds()).length;
  const first = await startWorker();
  const sent = await publishExamples();
  const second = await startWorker();
  const more = await publishExamples();
  await first.stop();
  const rest = await publishExamples();
  const total = before + sent.size + more.size + rest.size;
  await vi.waitFor(async () => expect(new Set(await storedIds()).size).toBe(total), waiting);
  await second.stop();
  expect(await storedIds()).toHaveLength(total);
});

async function readDeadLetters(count: number) {
  const consumer = connect().consumer({ groupId: `${prefix}-reader` });
  const letters: kafkajs.KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: deadLetterTopic(prefix), fromBeginning: true });
  await consumer.run({ eachMessage: ({ message }) => Promise.resolve(void letters.push(message)) });
  await vi.waitFor(() => expect(letters).toHaveLength(count), waiting);
  await consumer.disconnect();
  return letters;
}
