// The event log on kafkajs. The group decides which partitions are ours; each decision is one assignment with its own queue.
// Fetching goes on while a batch is inserted, up to a bound of bytes; heartbeats go on while fetching waits for room.
import { eventTopics } from "@audit-log/schemas";
import { setTimeout as sleep } from "node:timers/promises";
import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload } from "kafkajs";
import { insertDeadlineSeconds, sendDeadlineMs } from "../fence.ts";
import type { GroupClient, OffsetAdmin } from "../fetch/group-client.ts";
import type { WorkerObserver } from "../observer.ts";
import type { Assignment, EventLog } from "../ports.ts";
import type { Fetched } from "../record.ts";
import type { BatchLimits } from "../fetch/record-queue.ts";
import { fetchedFrom, toFetched } from "../fetch/to-fetched.ts";
import { KafkaAssignment } from "./kafka-assignment.ts";
import { LagWatch, type WatchLimits } from "./lag-watch.ts";

export interface KafkaLogOptions {
  groupId: string;
  prefix: string;
  batch: BatchLimits;
  /** Bytes that may be fetched and not yet settled. */
  inFlightBytes: number;
  sessionTimeoutMs: number;
  watch?: WatchLimits;
}

const REBALANCE_TIMEOUT_MS = 60_000;
/** Heartbeats per session time-out: two may be lost. */
const HEARTBEATS = 3;
/** Beside an insert's own deadline: the answer, and the commit. */
const SETTLING_MS = 2_000;
const WATCH: WatchLimits = { everyMs: 10_000, patienceMs: 120_000 };
/** How long a fetch waits for company at the broker: part of every event's freshness. */
const FETCH_WAIT_MS = 100;
/** Packed bytes, as they wait: a fetch of 16 partitions is a batch or two. */
const MAX_FETCH_BYTES_PER_PARTITION = 256 * 1024;
const MAX_FETCH_BYTES = 2 * 1024 * 1024;

export async function createKafkaLog(
  kafka: GroupClient,
  options: KafkaLogOptions,
  observer: WorkerObserver,
): Promise<KafkaLog> {
  const consumer = kafka.consumer({
    groupId: options.groupId,
    sessionTimeout: options.sessionTimeoutMs,
    rebalanceTimeout: REBALANCE_TIMEOUT_MS,
    heartbeatInterval: Math.floor(options.sessionTimeoutMs / HEARTBEATS),
    maxWaitTimeInMs: FETCH_WAIT_MS,
    minBytes: 1,
    maxBytes: MAX_FETCH_BYTES,
    maxBytesPerPartition: MAX_FETCH_BYTES_PER_PARTITION,
    retry: { retries: Number.MAX_SAFE_INTEGER, initialRetryTime: 100, maxRetryTime: 5_000 },
  });
  const admin = kafka.admin();
  await Promise.all([consumer.connect(), admin.connect()]);
  // Without it a group that has never committed starts at the newest event and loses what came before.
  const watch = new LagWatch(admin, observer, options.watch ?? WATCH);
  await consumer.subscribe({ topics: eventTopics(options.prefix), fromBeginning: true });
  const log = new KafkaLog(consumer, admin, watch, options, observer);
  kafka.listen({ beforeJoin: () => log.beforeJoin(), heard: (sentAt) => log.heard(sentAt) });
  return log;
}

export class KafkaLog implements EventLog {
  readonly #consumer: Consumer;
  readonly #admin: OffsetAdmin;
  readonly #watch: LagWatch;
  readonly #ended = new AbortController();
  readonly #options: KafkaLogOptions;
  readonly #observer: WorkerObserver;
  #current: KafkaAssignment | undefined;
  #handedOut: KafkaAssignment | undefined;
  #epoch = 0;
  #stopping = false;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;
  #heardAt = 0;
  #heartbeat: (() => Promise<void>) | undefined;

  constructor(
    consumer: Consumer,
    admin: OffsetAdmin,
    watch: LagWatch,
    options: KafkaLogOptions,
    observer: WorkerObserver,
  ) {
    this.#consumer = consumer;
    this.#admin = admin;
    this.#watch = watch;
    this.#options = options;
    this.#observer = observer;
  }

  /** False where a partition stands still: a new process would fetch it. */
  isMoving(): boolean {
    return !this.#watch.isStuck;
  }

  /** True for one worker of the group: the one that has the first partition of the first topic. */
  isFirst(): boolean {
    const [first] = eventTopics(this.#options.prefix);
    return this.#current?.watched().some(({ topic, partition }) => topic === first && partition === 0) ?? false;
  }

  async *assignments(): AsyncIterable<Assignment> {
    this.#listen();
    void this.#watch.run(() => this.#current?.watched() ?? [], this.#ended.signal);
    await this.#consumer.run({
      eachBatchAutoResolve: false,
      autoCommit: false,
      eachBatch: (payload) => this.#take(payload),
    });
    try {
      for (;;) {
        const assignment = await this.#next();
        if (assignment === undefined) break;
        await assignment.locate(this.#admin, this.#options.groupId);
        try {
          yield assignment;
        } finally {
          assignment.quit();
        }
      }
    } finally {
      // Disconnecting waits for fetches, and a fetch waits for room in a queue that nobody empties any more.
      this.#ended.abort();
      this.#current?.end();
      await this.#consumer.disconnect();
      await this.#admin.disconnect();
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#current?.queue.end();
    this.#wake?.();
  }

  /** The coordinator's session of this member began at this moment, or later. */
  heard(sentAt: number): void {
    this.#heardAt = sentAt;
  }

  /**
   * Before the group may give our partitions away, what is under way is settled and committed, so that the next owner finds all of it. It
   * is bounded by an insert's own deadline, and the session is kept alive meanwhile.
   */
  async beforeJoin(): Promise<void> {
    const leaving = this.#current;
    // Joining takes several requests, and a coordinator keeps the member id that it gave for a session at the most: only the first one waits.
    if (leaving === undefined || leaving.isLeft) return;
    leaving.end();
    const { sessionTimeoutMs } = this.#options;
    // It is told that the group is rebalancing, which we know: the session is prolonged all the same.
    const timer = setInterval(() => void this.#heartbeat?.().catch(() => undefined), sessionTimeoutMs / HEARTBEATS);
    const bound = sleep(insertDeadlineSeconds(sessionTimeoutMs) * 1_000 + SETTLING_MS, undefined, { ref: false });
    await Promise.race([leaving.quiet(), bound]);
    clearInterval(timer);
    leaving.leave();
  }

  #listen(): void {
    const { GROUP_JOIN, REBALANCING, CRASH } = this.#consumer.events;
    this.#consumer.on(GROUP_JOIN, (event) => this.#join(event));
    this.#consumer.on(REBALANCING, () => this.#current?.end());
    this.#consumer.on(CRASH, ({ payload }) => {
      this.#current?.end();
      // With `restart` kafkajs joins again by itself, and a new assignment follows.
      if (payload.restart) return;
      this.#failure = payload.error;
      this.#wake?.();
    });
  }

  #join({ payload }: ConsumerGroupJoinEvent): void {
    this.#current?.leave();
    this.#epoch += 1;
    this.#current = new KafkaAssignment(
      this.#epoch,
      payload.memberAssignment,
      this.#consumer,
      this.#options,
      this.#observer,
      () => performance.now() - this.#heardAt < sendDeadlineMs(this.#options.sessionTimeoutMs),
    );
    if (this.#stopping) this.#current.queue.end();
    this.#wake?.();
  }

  /** The newest assignment that was not handed out yet; undefined when there will be none. */
  async #next(): Promise<KafkaAssignment | undefined> {
    for (;;) {
      if (this.#failure !== undefined || this.#stopping) return undefined;
      if (this.#current !== this.#handedOut) {
        this.#handedOut = this.#current;
        return this.#current;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async #take(payload: EachBatchPayload): Promise<void> {
    const assignment = this.#current;
    if (assignment === undefined) return;
    this.#heartbeat = () => payload.heartbeat();
    await this.#patiently(assignment.located(), payload);
    // Not resolved, so that it is fetched again by whoever is assigned.
    if (assignment !== this.#current || assignment.queue.isClosed()) return;
    const { topic, partition } = payload.batch;
    const from = fetchedFrom(payload.batch);
    const due = assignment.astray(topic, partition, from);
    if (due !== undefined) return this.#consumer.seek({ topic, partition, offset: String(due) });
    const fetched = toFetched(payload.batch);
    if (assignment.isDamaged(fetched, from)) return this.#again(fetched, from);
    assignment.push(fetched);
    payload.resolveOffset(payload.batch.lastOffset());
    if (!assignment.queue.hasRoom()) await this.#patiently(assignment.queue.room(), payload);
  }

  #again({ topic, partition }: Fetched, offset: number): void {
    this.#observer.damaged(topic, partition, offset);
    this.#consumer.seek({ topic, partition, offset: String(offset) });
  }

  /** A heartbeat that says "rebalancing" ends the waiting: kafkajs must see that error to join again. */
  async #patiently(waiting: Promise<void>, payload: EachBatchPayload): Promise<void> {
    const beat = Promise.withResolvers<never>();
    const timer = setInterval(
      () => void payload.heartbeat().catch(beat.reject),
      this.#options.sessionTimeoutMs / HEARTBEATS,
    );
    try {
      await Promise.race([waiting, beat.promise]);
    } finally {
      clearInterval(timer);
    }
  }
}
