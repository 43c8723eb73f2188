// Connections that break in the middle of a response: the producer cannot know what is stored, and has half an answer in its hands.
import { connect } from "node:net";
import { expect, inject, it } from "vitest";
import { createRecorder, project } from "@audit-log/producer-core";
import { topicOf } from "@audit-log/schemas";
import { createKafkaSender } from "../../producers/core/src/kafka/kafka-sender.ts";
import { decoder, roleDeleted } from "../../producers/core/src/testing/events.ts";
import { readTopic } from "../../producers/core/src/testing/kafka-topics.ts";
import { cuttingProxyTo } from "./cutting-proxy.ts";
import { randomOf } from "./random.ts";
import { newWorld } from "./world.ts";

const brokers = inject("kafkaBrokers");
const EVENTS = 4_000;
const CUTS = 60;

it("stores each event once, in order, over many connections cut in the middle of a response", async () => {
  await using world = await newWorld(brokers);
  await world.createTopics();
  const random = randomOf(Date.now());
  // A handshake is about 800 bytes, an answer to a batch about 60.
  await using proxy = await cuttingProxyTo(brokers[0] ?? "", () =>
    proxy.cuts < CUTS ? random.between(1, 1_500) : Number.POSITIVE_INFINITY,
  );
  const { host, port } = proxy;
  const sender = createKafkaSender({
    address: { brokers, tls: false },
    clientId: "cut",
    requestTimeoutMs: 2_000,
    socketFactory: ({ onConnect }) => connect({ host, port }, onConnect),
  });
  const { prefix, folder, registry } = world;
  await using recorder = await createRecorder(
    { kafka: { brokers, tls: false }, registry, prefix, region: "eu01", spool: { folder } },
    { sender, domains: ["membership"], maxBackoffMs: 20, batch: { maxEvents: 8 } },
  );
  const record = recorder.event<object>("membership.role.delete");
  for (let n = 0; n < EVENTS; n++) record(roleDeleted({ scope: project(`project-${n % 7}`) }));
  await expect.poll(() => recorder.counts.delivered, { timeout: 55_000 }).toBe(EVENTS);
  const decode = decoder("membership");
  const sequences = new Map<string, number[]>();
  for (const { key, value } of await readTopic(brokers, topicOf("membership", prefix))) {
    const seen = sequences.get(key) ?? [];
    sequences.set(key, seen);
    seen.push(decode(value).producer.sequence);
  }
  expect(proxy.cuts).toBeGreaterThan(CUTS / 2);
  expect([...sequences.values()].flat()).toHaveLength(EVENTS);
  for (const seen of sequences.values()) expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
});
