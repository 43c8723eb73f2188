// What may be set about a recorder in code, and what it is when it is not set.
import { type DomainName, domains, domainSchemas, type Registry } from "@audit-log/schemas";
import type { BufferLimits } from "./deliver/event-buffer.ts";
import type { EventSender } from "./deliver/event-sender.ts";
import type { BatchLimits } from "./deliver/lane.ts";
import type { OnProblem } from "./deliver/problems.ts";
import type { SpoolingTimes } from "./deliver/spooling.ts";
import { orderedIds } from "./ids.ts";
import type { Logger } from "./kafka/logger.ts";

export interface RecorderOptions {
  /** Domains whose schemas must be published when the recorder is created. Default: all that have events. */
  domains?: readonly DomainName[];
  /** Told of every lost event and of every time that the broker or the registry cannot be used. */
  onProblem?: OnProblem | undefined;
  /** Gets every problem as a warning, and kafkajs's log. Without it, and without a listener, lost events are warnings of the process. */
  logger?: Logger;
  /** Default: 100,000 events, 64 MiB. */
  buffer?: Partial<BufferLimits>;
  /** Default: 1,000 events, 900 KiB. */
  batch?: Partial<BatchLimits>;
  /** How long the first event after an idle time waits for company, milliseconds; while sends follow each other, buffered events up to four times as long. Default: 5. */
  lingerMs?: number;
  /** Longest wait between two attempts, milliseconds. Default: 5,000. */
  maxBackoffMs?: number;
  /** How long createRecorder() waits for the registry before it goes on without, milliseconds. Default: 5,000. */
  startTimeoutMs?: number;
  /** How long a strict event waits for its acknowledgement, milliseconds. Default: 5,000. */
  strictTimeoutMs?: number;
  /** When events go to the spool: after nothing moved for `bufferedMs` (default 1,000), a durable one after `durableMs` (default 25). */
  spoolTimes?: Partial<SpoolingTimes>;
  /** How long close() waits for the broker, milliseconds. Default: 10,000. */
  closeTimeoutMs?: number;
  /** What stands behind the recorder, for tests. */
  registry?: Pick<Registry, "idOf">;
  sender?: EventSender;
  /** Milliseconds UTC. */
  now?: () => number;
  /** UUIDv7 of a time in milliseconds. */
  newId?: (now: number) => Buffer;
  /** [0, 1), for the back-off's jitter. */
  random?: () => number;
}

/** kafkajs copies a batch once per message, and a batch of more than a thousand is hardly cheaper per event. */
const BATCH: BatchLimits = { maxEvents: 1_000, maxBytes: 900 * 1024 };
const BUFFER: BufferLimits = { maxEvents: 100_000, maxBytes: 64 * 1024 * 1024 };

export const withDefaults = (options: RecorderOptions) => ({
  domains: options.domains ?? domains.map(({ name }) => name).filter((name) => domainSchemas[name] !== undefined),
  buffer: { ...BUFFER, ...options.buffer },
  batch: { ...BATCH, ...options.batch },
  backoff: { firstMs: 100, maxMs: options.maxBackoffMs ?? 5_000, random: options.random ?? Math.random },
  lingerMs: options.lingerMs ?? 5,
  startTimeoutMs: options.startTimeoutMs ?? 5_000,
  strictTimeoutMs: options.strictTimeoutMs ?? 5_000,
  spoolTimes: { bufferedMs: 1_000, durableMs: 25, ...options.spoolTimes },
  closeTimeoutMs: options.closeTimeoutMs ?? 10_000,
  now: options.now ?? Date.now,
  newId: options.newId ?? orderedIds(),
});
