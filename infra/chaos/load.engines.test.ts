// Events of all sizes and shapes, and very many at once, through a real broker.
import { expect, inject, it } from "vitest";
import { createRecorder, type Delivery, project } from "@audit-log/producer-core";
import { MAX_EVENT_BYTES, MAX_PART_BYTES, topicOf, uuidText } from "@audit-log/schemas";
import { decoder, roleDeleted } from "../../producers/core/src/testing/events.ts";
import { readTopic } from "../../producers/core/src/testing/kafka-topics.ts";
import { newWorld } from "./world.ts";

const brokers = inject("kafkaBrokers");
const decode = decoder("membership");

async function subject() {
  const world = await newWorld(brokers);
  await world.createTopics();
  const { prefix, folder, registry } = world;
  const recorder = await createRecorder(
    { kafka: { brokers, tls: false }, registry, prefix, region: "eu01", spool: { folder } },
    { domains: ["membership"] },
  );
  return {
    recorder,
    record: recorder.event<object>("membership.role.delete"),
    read: async () => (await readTopic(brokers, topicOf("membership", prefix))).map(({ value }) => value),
    [Symbol.asyncDispose]: async () => {
      await recorder.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

function cycle(): object {
  const self: Record<string, unknown> = {};
  self["self"] = self;
  return self;
}

function deep(levels: number): object {
  let inner: object = {};
  for (let level = 0; level < levels; level++) inner = { inner };
  return inner;
}

const text = (bytes: number) => ({ text: "x".repeat(bytes) });

/** As a service hands it on that parsed it from somewhere. */
const BODIES: readonly [string, object][] = [
  ["1 byte", text(1)],
  ["64 KiB", text(64 * 1024)],
  ["256 KiB", text(256 * 1024)],
  ["10 MB", text(10_000_000)],
  ["a cycle", cycle()],
  ["a BigInt", { amount: 10n ** 30n }],
  ["lone surrogates", { text: "\ud800 and \udfff" }],
  ["10,000 levels", deep(10_000)],
];

it("stores bodies of every size, and of no shape that JSON has", { timeout: 60_000 }, async () => {
  await using it = await subject();
  const deliveries = BODIES.map(([name, body]) =>
    it.record(roleDeleted({ resource: { id: name }, request: { endpoint: "/", body } })),
  );
  for (const { delivered } of deliveries) expect(await delivered).toMatchObject({ ok: true });
  await expect.poll(() => it.recorder.counts.delivered).toBe(BODIES.length);
  const values = await it.read();
  const bodies = new Map(values.map((value) => [decode(value).resource.id, decode(value).request?.body ?? ""]));
  expect([...bodies.keys()].toSorted()).toEqual(BODIES.map(([name]) => name).toSorted());
  for (const body of bodies.values()) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_PART_BYTES);
  for (const value of values) expect(value.length).toBeLessThanOrEqual(MAX_EVENT_BYTES);
  expect(bodies.get("1 byte")).toBe('{"text":"x"}');
  expect(bodies.get("a cycle")).toContain("unserializable");
});

it(
  "takes 120,000 calls at once, says of each what became of it, and has what it said",
  { timeout: 120_000 },
  async () => {
    await using it = await subject();
    const total = 120_000;
    const deliveries: Delivery[] = [];
    for (let n = 0; n < total; n++) deliveries.push(it.record(roleDeleted({ scope: project(`project-${n % 20}`) })));
    const ends = { topic: 0, spool: 0, "buffer-full": 0 };
    const promised = new Set<string>();
    for (const { id, delivered } of deliveries) {
      const result = await delivered;
      if (result.ok) promised.add(id);
      else expect(result.reason).toBe("buffer-full");
      ends[result.ok ? result.stored : "buffer-full"]++;
    }
    await expect.poll(() => it.recorder.counts.spoolWaiting, { timeout: 60_000 }).toBe(0);
    const { recorded, lost, waiting } = it.recorder.counts;
    expect({ recorded, waiting, lost: lost["buffer-full"] }).toEqual({
      recorded: total,
      waiting: 0,
      lost: ends["buffer-full"],
    });
    expect(ends["buffer-full"]).toBe(total - 100_000);
    expect(ends.topic + ends.spool).toBe(promised.size);
    const stored = (await it.read()).map((value) => uuidText(decode(value).id));
    expect(stored).toHaveLength(promised.size);
    expect(new Set(stored)).toEqual(promised);
  },
);
