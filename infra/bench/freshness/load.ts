// A program that keeps a rate: prepared events through the SDK's sender, and between them markers through record() as any service calls it.
// It tells its parent of every marker: which event, and when record() was called.
import { setTimeout as sleep } from "node:timers/promises";
import { createRegistry, subjectOf, topicOf, uuidv7 } from "@audit-log/schemas";
import type { ProjectDeleted } from "@audit-log/schemas/resource-manager/resource-manager";
import { createRecorder } from "@audit-log/producer-core";
import { createKafkaSender } from "../../../producers/core/src/kafka/kafka-sender.ts";
import { BENCH_DOMAIN, benchSchema, eventEncoder, eventSource, type Size } from "../ingest/events.ts";
import { variable } from "../ingest/contest.ts";
import { MARKED_PROJECT, type Marker } from "./marker.ts";

const POOL = 20_000;
const TICK_MS = 100;
/** Few, so that looking for them costs little of what is measured. */
const MARKERS_PER_SECOND = 10;
const ID_AT = 5;

const kafka = { brokers: variable("KAFKA_BROKERS").split(","), tls: false as const };
const registry = { url: variable("SCHEMA_REGISTRY_URL") };
const prefix = variable("AUDIT_PREFIX");
const rate = Number(variable("BENCH_RATE"));
const seconds = Number(variable("BENCH_SECONDS"));
const topic = topicOf(BENCH_DOMAIN, prefix);

const schemaId = await createRegistry(registry).idOf(subjectOf(BENCH_DOMAIN, prefix), benchSchema());
const size: Size = variable("BENCH_SIZE") === "mix" ? "mix" : "small";
const eventAt = eventSource(size, Date.now());
const encode = eventEncoder(schemaId);
const pool = Array.from({ length: POOL }, (_, n) => {
  const event = eventAt(n);
  return { key: event.scope.id, value: encode(event) };
});
const sender = createKafkaSender({ address: kafka, clientId: "bench-freshness" });
const placed = await sender.placement(topic);
const recorder = await createRecorder({ kafka, registry, prefix, region: "eu01" }, { domains: [BENCH_DOMAIN] });
const record = recorder.event<ProjectDeleted>("resource-manager.project.delete");

// A bench that was interrupted leaves nobody behind.
process.once("disconnect", () => process.exit());
const start = performance.now();
await Promise.all([load(), markers()]);
const late = performance.now() - start - seconds * 1_000;
await recorder.close();
await sender.close();
// Who is not done in time has not kept the rate.
if (late > seconds * 100) throw new Error(`the load was ${Math.round(late)} ms late: the rate was not kept`);
process.exit();

async function load(): Promise<void> {
  for (let sent = 0; sent < rate * seconds;) {
    const due = Math.min(rate * seconds, ((performance.now() - start) / 1_000) * rate);
    const lanes = new Map<number, typeof pool>();
    for (; sent < due; sent++) {
      const one = pool[sent % POOL];
      if (one === undefined) continue;
      const lane = lanes.get(placed(one.key)) ?? [];
      lanes.set(placed(one.key), lane);
      lane.push({ key: one.key, value: asNew(one.value, sent) });
    }
    for (const [partition, messages] of lanes) await sender.send(topic, partition, messages);
    await sleep(TICK_MS);
  }
}

/** The same event under an id of its own. */
function asNew(value: Buffer, n: number): Buffer {
  const copy = Buffer.from(value);
  const rest = Buffer.alloc(10);
  rest.writeUInt32BE(n, 6);
  uuidv7(Date.now(), rest).copy(copy, ID_AT);
  return copy;
}

async function markers(): Promise<void> {
  for (let n = 0; n < seconds * MARKERS_PER_SECOND; n++) {
    const wait = start + (n * 1_000) / MARKERS_PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    const recordedAt = Date.now();
    const { id } = record({
      scope: { type: "PROJECT", id: MARKED_PROJECT },
      initiator: { kind: "USER", id: "marker" },
      resource: { id: MARKED_PROJECT },
      outcome: { result: "SUCCESS", statusCode: 202 },
      details: { containerId: "marker" },
    });
    const marker: Marker = { id, recordedAt };
    process.send?.(marker);
  }
}
