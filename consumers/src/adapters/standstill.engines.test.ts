// The watchdog on a real broker: one partition's records stop coming, though the broker has them and the others go on. /livez fails then,
// its age grows, and all is well again when they come.
import { topicOf, eventTopics } from "@audit-log/schemas";
import { createTopics, topicDefinitions } from "@audit-log/schemas/kafka";
import pino from "pino";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { groupClient } from "../fetch/group-client.ts";
import { interceptRequests } from "../fetch/intercept.ts";
import { startHttpServer } from "../http-server.ts";
import { connectKafka } from "../kafka-client.ts";
import { createMetrics } from "../metrics.ts";
import { createObserver } from "../observer.ts";
import { createKafkaLog } from "./kafka-log.ts";

const prefix = `s${Date.now().toString(36)}`;
const logger = pino({ level: "silent" });
const connect = () => connectKafka({ kafka: { brokers: inject("kafkaBrokers"), tls: false } }, logger);
const kafka = connect();
const [admin, producer] = [kafka.admin(), kafka.producer()];
const topic = topicOf("billing", prefix);
const STALLED = 1;
const watch = { everyMs: 100, patienceMs: 2_000 };
const waiting = { timeout: 30_000, interval: 50 };

beforeAll(async () => {
  await Promise.all([admin.connect(), producer.connect()]);
  await createTopics(admin, topicDefinitions(prefix, 2));
});
afterAll(() => Promise.all([admin.disconnect(), producer.disconnect()]));

interface FetchAnswer {
  responses: { topicName: string; partitions: { partition: number; messages: unknown[] }[] }[];
}

const isFetchAnswer = (decoded: unknown): decoded is FetchAnswer =>
  typeof decoded === "object" && decoded !== null && "responses" in decoded;

/** A client that gets none of a partition's records for as long as `isStalled` says so. */
function stallingClient(isStalled: () => boolean) {
  const client = connect();
  let withheld = 0;
  interceptRequests(client, (exchange, send) => {
    if (exchange.request.apiName !== "Fetch") return send(exchange);
    const { decode, parse } = exchange.response;
    return send({
      ...exchange,
      response: {
        parse,
        decode: async (bytes) => {
          const answer = await decode(bytes);
          if (!isFetchAnswer(answer)) throw new Error("the answer to a fetch has another shape");
          for (const { topicName, partitions } of answer.responses)
            for (const one of partitions)
              if (topicName === topic && one.partition === STALLED && isStalled())
                withheld += one.messages.splice(0).length;
          return answer;
        },
      },
    });
  });
  return { client: groupClient(client), withheld: () => withheld };
}

const send = (partition: number) =>
  producer.send({ topic, messages: [{ partition, value: "x", timestamp: String(Date.now() - 60_000) }] });

test("a partition that nobody gets records of fails /livez, and its age grows, until they come", async () => {
  let isStalled = false;
  const { client, withheld } = stallingClient(() => isStalled);
  const metrics = createMetrics();
  const options = {
    groupId: `${prefix}-worker`,
    prefix,
    batch: { rows: 100, bytes: 1e7, lingerMs: 5 },
    inFlightBytes: 1e7,
    sessionTimeoutMs: 6_000,
    watch,
  };
  const observer = createObserver(logger, metrics);
  const log = await createKafkaLog(client, options, observer);
  const settled = [0, 0];
  const working = (async () => {
    for await (const assignment of log.assignments()) {
      observer.assigned(assignment);
      for await (const batch of assignment.batches()) {
        await assignment.commit(batch.ranges);
        for (const { partition, nextOffset } of batch.ranges) settled[partition] = nextOffset;
      }
    }
  })();
  const http = await startHttpServer(
    { host: "127.0.0.1", port: 0 },
    { alive: () => log.isMoving(), ready: () => true },
    metrics.registry,
  );
  const address = http.address();
  const port = typeof address === "object" && address !== null ? address.port : expect.unreachable("it listens");
  const livez = async () => (await fetch(`http://127.0.0.1:${port}/livez`)).status;
  const lag = async (gauge: "lagEvents" | "lagSeconds", partition: number) =>
    (await metrics[gauge].get()).values.find(
      ({ labels }) => labels.topic === topic && labels.partition === String(partition),
    )?.value;
  try {
    for (const partition of [0, STALLED]) await send(partition);
    await vi.waitFor(() => expect(settled).toEqual([1, 1]), waiting);
    await vi.waitFor(async () => expect(await lag("lagEvents", STALLED)).toBe(0), waiting);
    expect([log.isFirst(), await livez()]).toEqual([true, 200]);

    isStalled = true;
    for (const partition of [0, STALLED]) await send(partition);
    await vi.waitFor(async () => expect(await livez()).toBe(503), waiting);
    expect(withheld()).toBeGreaterThan(0);
    // The rest went on meanwhile.
    await send(0);
    await vi.waitFor(() => expect(settled).toEqual([3, 1]), waiting);
    // The record was written a minute before it was sent, which only the broker knows.
    await vi.waitFor(async () => expect(await lag("lagSeconds", STALLED)).toBeGreaterThan(60), waiting);
    const before = (await lag("lagSeconds", STALLED)) ?? 0;
    await vi.waitFor(async () => expect(await lag("lagSeconds", STALLED)).toBeGreaterThan(before + 1), waiting);
    expect(await lag("lagSeconds", STALLED)).toBeLessThan(120);
    expect([await lag("lagEvents", STALLED), await livez()]).toEqual([1, 503]);

    isStalled = false;
    await vi.waitFor(async () => expect(await livez()).toBe(200), waiting);
    await vi.waitFor(() => expect(settled).toEqual([3, 2]), waiting);
    await vi.waitFor(async () => expect(await lag("lagSeconds", STALLED)).toBe(0), waiting);
    expect((await metrics.partitions.get()).values).toMatchObject([{ value: 2 * eventTopics(prefix).length }]);
  } finally {
    http.close();
    await log.stop();
    await working;
  }
});
