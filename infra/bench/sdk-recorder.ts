// Recorders for the measurements: the real one with what stands behind it exchanged.
import { setImmediate as turn } from "node:timers/promises";
import {
  createRecorder,
  type EventSender,
  type Recorder,
  type RecorderConfig,
  type RecorderOptions,
  type RecordEvent,
} from "@audit-log/producer-core";
import type { ServerCreated } from "@audit-log/schemas/compute/compute-engine";
import type { KafkaAddress } from "@audit-log/schemas/kafka";
import { murmur2Placement } from "../../producers/core/src/kafka/placement.ts";
import { BENCH_EVENT, SDK_DOMAIN, benchInput } from "./sdk-input.ts";

export const PARTITIONS = 6;
/** No event of a measurement may be lost for want of room. */
const ROOM = { maxEvents: 2_000_000, maxBytes: 2 * 1024 ** 3 };
const SCHEMA_ID = 1;

export interface BenchRecorder extends AsyncDisposable {
  recorder: Recorder;
  record: RecordEvent<ServerCreated>;
}

export async function benchRecorder(
  kafka: KafkaAddress,
  prefix: string,
  options: RecorderOptions & Pick<RecorderConfig, "spool"> = {},
): Promise<BenchRecorder> {
  const { spool, ...rest } = options;
  const config = { kafka, registry: { url: "http://127.0.0.1:1" }, prefix, region: "eu01", spool };
  const recorder = await createRecorder(config, {
    domains: [SDK_DOMAIN],
    registry: { idOf: async () => SCHEMA_ID },
    buffer: ROOM,
    ...rest,
  });
  return {
    recorder,
    record: recorder.event<ServerCreated>(BENCH_EVENT),
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}

/** A broker that takes everything at once and keeps nothing. */
export const nowhere = (onSend: EventSender["send"] = async () => 0n): EventSender => ({
  placement: async () => murmur2Placement(() => PARTITIONS),
  send: onSend,
  close: async () => {},
});

/** A broker that is away. */
export const away = (): EventSender => ({
  placement: () => Promise.reject(new Error("the broker is away")),
  send: () => Promise.reject(new Error("the broker is away")),
  close: async () => {},
});

/** Records events `from` to `to`, so many per turn of the event loop, and waits while more than `ahead` are in memory. */
export async function recordAll(
  { record, recorder }: BenchRecorder,
  from: number,
  to: number,
  { perTurn = 100, ahead = Number.POSITIVE_INFINITY, inputs = benchInput } = {},
): Promise<void> {
  for (let n = from; n < to; n += perTurn) {
    for (let next = n; next < Math.min(to, n + perTurn); next++) record(inputs(next));
    do await turn();
    while (recorder.counts.waiting > ahead);
  }
}
