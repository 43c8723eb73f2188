// The worker on real Kafka, registry and ClickHouse: every example becomes a row with every column right; poison does not stop the
// line; a worker that died between insert and commit, and one that is replaced, store nothing twice.
import { deadLetterTopic, productServices, storedFields, topicOf, type DomainName } from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import type kafkajs from "kafkajs";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { workerOnEngines, type WorkerOnEngines } from "./testing/worker-on-engines.ts";

const prefix = `w${Date.now().toString(36)}`;
/** With its key and header it just fits into a topic: the dead letter is larger. */
const LARGEST_MESSAGE_BYTES = 1_048_400;
/** By name: no asterisk stands for what is only in the entry. */
const FIELDS = storedFields.map(({ name }) => name).join(", ");
const waiting = { timeout: 30_000, interval: 50 };

let pipeline: WorkerOnEngines;
beforeAll(async () => {
  const engines = {
    kafkaBrokers: inject("kafkaBrokers"),
    registryUrl: inject("registryUrl"),
    clickhouse: inject("clickhouse"),
  };
  pipeline = await workerOnEngines(engines, prefix);
});
afterAll(() => pipeline[Symbol.asyncDispose]());

const exampleOf = (domain: DomainName) =>
  readExamples().find((one) => one.domain === domain) ?? expect.unreachable("there is an example of every domain");

test("every example becomes one row, every column as it was recorded", async () => {
  const worker = await pipeline.startWorker();
  const sent = await pipeline.publishExamples();
  await vi.waitFor(async () => expect(await pipeline.storedIds()).toHaveLength(sent.size), waiting);
  await worker.stop();
  const rows = await pipeline.select<Record<string, unknown>>(`SELECT ${FIELDS} FROM events ORDER BY event_name`);
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
  const before = (await pipeline.storedIds()).length;
  const topic = topicOf("membership", prefix);
  const framed = pipeline.encoders.get("membership")?.(exampleOf("membership").event) ?? Buffer.alloc(0);
  const poison: [string, Buffer | null][] = [
    ["null-value", null],
    ["not-registry-framed", Buffer.from("hello, is this the audit log?")],
    ["too-large", Buffer.concat([framed.subarray(0, 5), Buffer.alloc(LARGEST_MESSAGE_BYTES - 5)])],
    ["unknown-schema-id", Buffer.concat([Buffer.from([0, 0x7f, 0, 0, 1]), Buffer.alloc(50)])],
    ["malformed-avro", framed.subarray(0, 90)],
  ];
  // One at a time: the limit is on what is sent together.
  for (const [, value] of poison)
    await pipeline.producer.send({ topic, messages: [{ key: "k", value, headers: { trace: "abc" } }] });
  const sent = await pipeline.publishExamples();
  const worker = await pipeline.startWorker();
  await vi.waitFor(async () => expect(await pipeline.storedIds()).toHaveLength(before + sent.size), waiting);
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
  const before = (await pipeline.storedIds()).length;
  const sent = await pipeline.publishExamples();
  const real = pipeline.store();
  const dying = await pipeline.startWorker({
    ...real,
    async insert(block, fence) {
      await real.insert(block, fence);
      throw new Error("killed between insert and commit");
    },
  });
  await expect(dying.ended()).rejects.toThrow("killed between insert and commit");
  const left = (await pipeline.storedIds()).length;
  expect(left).toBeGreaterThan(before);

  const worker = await pipeline.startWorker();
  await vi.waitFor(async () => expect(await pipeline.storedIds()).toHaveLength(before + sent.size), waiting);
  await worker.stop();
  expect(new Set(await pipeline.storedIds()).size).toBe(before + sent.size);
});

test("two workers share the partitions, and a worker that leaves loses nothing", async () => {
  const before = (await pipeline.storedIds()).length;
  const first = await pipeline.startWorker();
  const sent = await pipeline.publishExamples();
  const second = await pipeline.startWorker();
  const more = await pipeline.publishExamples();
  await first.stop();
  const rest = await pipeline.publishExamples();
  const total = before + sent.size + more.size + rest.size;
  await vi.waitFor(async () => expect(new Set(await pipeline.storedIds()).size).toBe(total), waiting);
  await second.stop();
  expect(await pipeline.storedIds()).toHaveLength(total);
});

async function readDeadLetters(count: number) {
  const consumer = pipeline.connect().consumer({ groupId: `${prefix}-reader` });
  const letters: kafkajs.KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: deadLetterTopic(prefix), fromBeginning: true });
  await consumer.run({ eachMessage: ({ message }) => Promise.resolve(void letters.push(message)) });
  await vi.waitFor(() => expect(letters).toHaveLength(count), waiting);
  await consumer.disconnect();
  return letters;
}
