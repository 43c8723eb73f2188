// Minutes with the broker away, and what comes after: memory must stay flat, and every event must arrive, once.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { KafkaAddress } from "@audit-log/schemas/kafka";
import { createKafkaSender } from "../../producers/core/src/kafka/kafka-sender.ts";
import { benchInput } from "./sdk-input.ts";
import { type BenchRecorder, benchRecorder } from "./sdk-recorder.ts";
import { benchTopic } from "./sdk-throughput.ts";
import { idsIn } from "./sdk-topic-ids.ts";

const ID_BYTES = 16;
const TICK_MS = 20;
const NOTHING = { rss: 0, heap: 0, heapFloor: Number.POSITIVE_INFINITY, external: 0 };
const MINUTE_MS = 60_000;
const ASK_MS = 50;
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

export interface LongRun {
  minutes: number;
  events: number;
}

export async function longRun(kafka: KafkaAddress, prefix: string, { minutes, events }: LongRun) {
  const folder = await mkdtemp(join(tmpdir(), "audit-bench-spool-"));
  const sender = createKafkaSender({ address: kafka, clientId: "bench-sdk-long" });
  let isAway = true;
  const reach = () => (isAway ? Promise.reject(new Error("the broker is away")) : Promise.resolve());
  try {
    await using bench = await benchRecorder(kafka, prefix, {
      sender: {
        placement: (topic) => reach().then(() => sender.placement(topic)),
        send: (...batch) => reach().then(() => sender.send(...batch)),
        close: () => sender.close(),
      },
      // As a service has it: the default.
      buffer: { maxEvents: 100_000, maxBytes: 64 * MIB },
      spool: { folder, maxBytes: 16 * GIB },
    });
    const ids = Buffer.alloc(events * ID_BYTES);
    const memory = await recordFor(bench, minutes * MINUTE_MS, events, ids);
    await bench.recorder.flush();
    const { spooled, spoolWaitingBytes, lost } = bench.recorder.counts;
    console.log(`${spooled} events on disk, ${Math.round(spoolWaitingBytes / MIB)} MiB; lost: ${JSON.stringify(lost)}`);

    isAway = false;
    const start = performance.now();
    while (bench.recorder.counts.delivered < events) await sleep(ASK_MS);
    const seconds = (performance.now() - start) / 1_000;
    const arrived = await idsIn(kafka, benchTopic(prefix));
    const recorded = new Set(Array.from({ length: events }, (_, n) => idAt(ids, n)));
    const stored = new Set(arrived);
    return {
      memory,
      drainEventsPerSecond: Math.round(events / seconds),
      drained: arrived.length,
      missing: [...recorded].filter((id) => !stored.has(id)).length,
      doubled: arrived.length - stored.size,
      unknown: [...stored].filter((id) => !recorded.has(id)).length,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const idAt = (ids: Buffer, n: number): string => ids.toString("hex", n * ID_BYTES, (n + 1) * ID_BYTES);

/** At an even pace; their ids into `ids`. A line per minute: the most and the least that was seen in it. */
async function recordFor(bench: BenchRecorder, milliseconds: number, events: number, ids: Buffer) {
  const minutes: { rss: number; heap: number; heapFloor: number; external: number }[] = [];
  const start = performance.now();
  let seen = NOTHING;
  for (let n = 0; n < events;) {
    const due = Math.min(events, Math.ceil(((performance.now() - start) / milliseconds) * events));
    for (; n < due; n++) ids.write(bench.record(benchInput(n)).id.replaceAll("-", ""), n * ID_BYTES, "hex");
    const { rss, heapUsed, external } = process.memoryUsage();
    seen = {
      rss: Math.max(seen.rss, rss / MIB),
      heap: Math.max(seen.heap, heapUsed / MIB),
      heapFloor: Math.min(seen.heapFloor, heapUsed / MIB),
      external: Math.max(seen.external, external / MIB),
    };
    if (performance.now() - start >= (minutes.length + 1) * MINUTE_MS || n === events) {
      const { rss: most, heap, heapFloor, external: outside } = seen;
      const minute = {
        rss: Math.round(most),
        heap: Math.round(heap),
        heapFloor: Math.round(heapFloor),
        external: Math.round(outside),
      };
      minutes.push(minute);
      const { waiting, spooled } = bench.recorder.counts;
      console.log(
        `minute ${minutes.length}: MiB ${JSON.stringify(minute)}; ${n} recorded, ${spooled} on disk, ${waiting} in memory`,
      );
      seen = NOTHING;
    }
    await sleep(TICK_MS);
  }
  return minutes;
}
