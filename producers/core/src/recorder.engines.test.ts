import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { describe, expect, inject, it } from "vitest";
import { MAX_EVENT_BYTES, MAX_PART_BYTES, readWireHeader, topicOf, uuidText } from "@audit-log/schemas";
import { createRecorder, type Problem, project, type RecorderOptions, SchemaNotPublished } from "./index.ts";
import { createKafkaSender } from "./kafka/kafka-sender.ts";
import { decoder, roleDeleted, type RoleDeletedDetails, testConfig } from "./testing/events.ts";
import { newPrefix, prepareDomain, readTopic } from "./testing/kafka-topics.ts";
import { proxyTo } from "./testing/proxy.ts";

const brokers = inject("kafkaBrokers");
const url = inject("registryUrl");
const decode = decoder("membership");

/** A recorder on a topic of its own. */
async function fresh(options: RecorderOptions & { kafka?: string[]; registry?: never; registryUrl?: string } = {}) {
  const { kafka = brokers, registryUrl = url, ...recorderOptions } = options;
  const prefix = newPrefix();
  await prepareDomain(brokers, url, prefix, "membership");
  const config = testConfig({ kafka: { brokers: kafka, tls: false }, registry: { url: registryUrl }, prefix });
  const recorder = await createRecorder(config, { domains: ["membership"], maxBackoffMs: 200, ...recorderOptions });
  return {
    recorder,
    record: recorder.event<RoleDeletedDetails>("membership.role.delete"),
    read: () => readTopic(brokers, topicOf("membership", prefix)),
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}

describe("a recorder with Kafka and a registry", () => {
  it("delivers an event once, with the values that were recorded and the schema's id", async () => {
    await using subject = await fresh();
    const delivery = subject.record(roleDeleted({ request: { endpoint: "/v2/roles", body: { name: "größer" } } }));
    const delivered = await delivery.delivered;
    const [message, ...others] = await subject.read();
    if (message === undefined) throw new Error("nothing arrived");
    const event = decode(message.value);
    expect(others).toEqual([]);
    expect(message.key).toBe("project-1");
    expect(readWireHeader(message.value)).toMatchObject({ schemaId: expect.any(Number) });
    expect(message.value.readInt32BE(1)).toBeGreaterThan(0);
    expect(delivered).toMatchObject({ ok: true, partition: message.partition, offset: message.offset });
    expect(uuidText(event.id)).toBe(delivery.id);
    expect(event).toMatchObject({
      eventName: "membership.role.delete",
      scope: { type: "PROJECT", id: "project-1" },
      initiator: { kind: "USER", id: "user-1", email: "ada@example.com" },
      request: { endpoint: "/v2/roles", body: '{"name":"größer"}' },
      producer: { id: "producer-1", sequence: 1 },
      details: { "audit.membership.RoleDeleted": { roleId: "role-1" } },
    });
  });

  it("cuts a body of 300 KiB and says how large it was", async () => {
    await using subject = await fresh();
    // Beyond the cut characters are counted: exact for ASCII, a lower bound of the bytes else.
    const body = { text: "a".repeat(300 * 1024) };
    await subject.record(roleDeleted({ request: { endpoint: "/", body } })).delivered;
    const [message] = await subject.read();
    const event = decode(message?.value ?? Buffer.alloc(0));
    expect(message?.value.length).toBeLessThan(MAX_EVENT_BYTES);
    expect(Buffer.byteLength(event.request?.body ?? "")).toBeGreaterThan(MAX_PART_BYTES - 4);
    expect(event.truncations).toEqual([
      { part: "request.body", originalBytes: Buffer.byteLength(JSON.stringify(body)) },
    ]);
  });

  it("delivers a burst of 100,000 events, each once and in order per scope", { timeout: 120_000 }, async () => {
    await using subject = await fresh();
    const total = 100_000;
    for (let n = 0; n < total; n++) subject.record(roleDeleted({ scope: project(`project-${n % 20}`) }));
    await subject.recorder.flush();
    expect(subject.recorder.counts).toMatchObject({ recorded: total, delivered: total, waiting: 0, waitingBytes: 0 });
    const sequences = new Map<string, number[]>();
    for (const { key, value } of await subject.read()) {
      const seen = sequences.get(key) ?? [];
      sequences.set(key, seen);
      seen.push(decode(value).producer.sequence);
    }
    const all = [...sequences.values()].flat();
    expect(all).toHaveLength(total);
    expect(new Set(all).size).toBe(total);
    for (const seen of sequences.values()) expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it("keeps events while the broker is away at the start, and delivers them in order when it comes", async () => {
    await using proxy = await proxyTo(brokers[0] ?? "");
    const firstFailure = Promise.withResolvers<Problem>();
    await using subject = await fresh({ kafka: [proxy.address], onProblem: firstFailure.resolve });
    for (let n = 0; n < 10; n++) subject.record(roleDeleted());
    expect(await firstFailure.promise).toMatchObject({ kind: "unavailable" });
    expect(subject.recorder.counts).toMatchObject({ delivered: 0, waiting: 10 });
    await proxy.up();
    await subject.recorder.flush();
    expect((await subject.read()).map(({ value }) => decode(value).producer.sequence)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it("keeps events while the registry is away at the start", async () => {
    await using proxy = await proxyTo(new URL(url).host);
    const firstFailure = Promise.withResolvers<Problem>();
    const registryUrl = url.replace(new URL(url).host, proxy.address);
    await using subject = await fresh({ registryUrl, onProblem: firstFailure.resolve });
    const delivery = subject.record(roleDeleted());
    expect(await firstFailure.promise).toMatchObject({ kind: "unavailable", what: "registry" });
    await proxy.up();
    expect(await delivery.delivered).toMatchObject({ ok: true });
  });

  it("delivers each event once although connections break in the middle of sends", async () => {
    let sends = 0;
    const sender = createKafkaSender({
      address: { brokers, tls: false },
      clientId: "breaking",
      socketFactory: ({ host, port, onConnect }) => {
        const socket = connect({ host, port }, onConnect);
        const write = socket.write.bind(socket);
        // The broker gets the request, its answer is lost: the producer cannot know whether the batch is stored. Four times in a row,
        // which is more than kafkajs tries by itself.
        socket.write = (bytes: Buffer) => {
          const large = bytes.length > 1_000;
          if (large && ++sends % 5 !== 0)
            socket
              .pause()
              .removeAllListeners("data")
              .end(bytes, () => setImmediate(() => socket.destroy(new Error("connection reset"))));
          else write(bytes);
          return true;
        };
        return socket;
      },
    });
    await using subject = await fresh({ sender, batch: { maxEvents: 50 } });
    for (let n = 0; n < 600; n++) subject.record(roleDeleted({ result: { noise: randomBytes(20).toString("hex") } }));
    await subject.recorder.flush();
    const sequences = (await subject.read()).map(({ value }) => decode(value).producer.sequence);
    expect(subject.recorder.counts.retries).toBeGreaterThan(0);
    expect(sequences).toEqual(Array.from({ length: 600 }, (_, index) => index + 1));
  });

  it("is refused at its start where the schema was never published", async () => {
    const config = testConfig({ kafka: { brokers, tls: false }, registry: { url }, prefix: newPrefix() });
    await expect(createRecorder(config)).rejects.toThrow(SchemaNotPublished);
    await expect(createRecorder(config)).rejects.toThrow("npm run schemas:publish");
  });
});
