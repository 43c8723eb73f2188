// The recorder itself, with everything that it does to an event (compose, redact, cut, encode), over a broker in memory that can fail.
import { eventTopics, type EventName } from "@audit-log/schemas";
import type { Problem } from "../deliver/problems.ts";
import { createMemorySender, type MemorySender } from "../kafka/memory-sender.ts";
import type { RecorderOptions } from "../recorder-options.ts";
import { createRecorder, type Recorder } from "../recorder.ts";
import { eventDecoder, type RecordedEvent } from "./recorded-event.ts";

export interface RecordingProducerOptions extends Pick<RecorderOptions, "now" | "newId" | "buffer"> {
  /** Default: eu01. */
  region?: string;
  /** How long a strict event waits for the broker, milliseconds. Default: 50, so that a test of its failure does not take long. */
  strictTimeoutMs?: number;
}

export interface RecordingProducer extends AsyncDisposable {
  /** What a service gets in its place. */
  readonly recorder: Recorder;
  /**
   * Everything that reached the broker, in the order of recording, of one name or of all. Waits for what was recorded before the call,
   * unless the broker is away.
   */
  events<N extends EventName = EventName>(name?: N): Promise<RecordedEvent<N>[]>;
  /** Forgets the events and the problems so far; what was recorded before is waited for. */
  clear(): Promise<void>;
  /** The next sends fail, each with one of these; a BatchRefused is for good, all else is tried again. Default: one send, "the broker failed". */
  failNext(...faults: Error[]): void;
  /** Nothing is reached from now on, until the answer is disposed of: `using away = producer.brokerAway()`. */
  brokerAway(): Disposable;
  /** What the recorder told its onProblem. */
  readonly problems: readonly Problem[];
  /** The broker in memory, for what else a test wants to know. */
  readonly sender: MemorySender;
}

/** As Kafka has it unless it is told otherwise. */
const MAX_BATCH_BYTES = 1024 * 1024;

/** Dispose of it at the end: `await using producer = await recordingProducer()`. */
export async function recordingProducer(options: RecordingProducerOptions = {}): Promise<RecordingProducer> {
  const { region = "eu01", strictTimeoutMs = 50, ...others } = options;
  const topics = eventTopics();
  const sender = createMemorySender({ topics, maxBatchBytes: MAX_BATCH_BYTES });
  const problems: Problem[] = [];
  const recorder = await createRecorder(
    {
      kafka: { brokers: ["in-memory:9092"], tls: false },
      registry: { url: "http://in-memory" },
      prefix: "audit",
      region,
      producerId: "recording-producer",
    },
    {
      ...others,
      strictTimeoutMs,
      sender,
      registry: { idOf: async () => 1 },
      onProblem: (problem) => void problems.push(problem),
      lingerMs: 0,
      maxBackoffMs: 5,
      closeTimeoutMs: strictTimeoutMs,
    },
  );
  const decode = eventDecoder();
  const settled = async (): Promise<void> => {
    if (sender.reachable && !sender.closed) await recorder.flush();
  };

  return {
    recorder,
    sender,
    problems,
    async events<N extends EventName>(name?: N) {
      await settled();
      return topics
        .flatMap((topic) => sender.stored(topic).map(({ value }) => decode(topic, value)))
        .filter((event): event is RecordedEvent<N> => name === undefined || event.eventName === name)
        .sort((a, b) => a.producer.sequence - b.producer.sequence);
    },
    async clear() {
      await settled();
      sender.clear();
      problems.length = 0;
    },
    failNext(...faults) {
      sender.failNext(...(faults.length > 0 ? faults : [new Error("the broker failed")]));
    },
    brokerAway() {
      sender.reachable = false;
      return { [Symbol.dispose]: () => void (sender.reachable = true) };
    },
    [Symbol.asyncDispose]: () => recorder.close(),
  };
}
