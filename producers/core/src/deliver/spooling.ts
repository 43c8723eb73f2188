// One topic's way through the spool: taken when the broker is away, left when everything in the spool has been sent on.
// Not spooling → (stuck, crowded, a durable event waits) → spooling: door → spool → lanes → (all read, lanes move) → not spooling.
import { setTimeout as sleep } from "node:timers/promises";
import type { SpooledEntry } from "../spool/entry.ts";
import { SpoolFull, SpoolUnavailable } from "../spool/faults.ts";
import type { TopicSpool } from "../spool/topic-spool.ts";
import type { Account } from "./account.ts";
import type { EventBuffer } from "./event-buffer.ts";
import { OutgoingEvent, type OutgoingEventParts } from "./outgoing-event.ts";
import { messageOf } from "./problems.ts";
import type { Topic } from "./topic.ts";

export interface SpoolingTimes {
  /** How long nothing may move before buffered events go to disk, milliseconds. */
  bufferedMs: number;
  /** How long a durable event may wait for the broker before it goes to disk, milliseconds. */
  durableMs: number;
}

export interface SpoolingOptions {
  topic: Topic;
  domain: OutgoingEventParts["domain"];
  /** Throws SpoolUnavailable. */
  openSpool: () => Promise<TopicSpool>;
  /** Of the schema that this SDK encodes with; stores the schema's text. Throws SpoolUnavailable. */
  fingerprint: () => Promise<string>;
  /** Id of the schema that an entry was written with. Throws while neither registry nor cache knows it. */
  schemaIdOf: (fingerprint: string) => Promise<number>;
  buffer: EventBuffer;
  account: Account;
  times: SpoolingTimes;
  /** Something new is in the lanes. */
  onFilled: () => void;
}

const CHUNK_EVENTS = 1_000;
const CHUNK_BYTES = 1024 * 1024;
/** Read from the spool and not acknowledged by the broker yet. */
const AHEAD_BYTES = 4 * 1024 * 1024;
const TICK_MS = 25;
const PAUSE_MS = 500; // after a fault of the disk, or where the spool is full

export class Spooling {
  readonly #options: SpoolingOptions;
  #spool: TopicSpool | undefined;
  #fingerprint = "";
  /** Entries that are read and have no schema id yet. */
  #read: SpooledEntry[] = [];
  /** Positions of what is in the lanes and in the spool. */
  readonly #ahead = new Set<number>();
  #aheadBytes = 0;
  #startedAt = 0;
  /** Monotonic milliseconds before which, after a fault, nothing is read and nothing is written. */
  #fillAfter = 0;
  #writeAfter = 0;
  #writing: readonly OutgoingEvent[] = [];
  /** Under way since spooling started, and not known to be on disk. */
  #underWay: readonly OutgoingEvent[] = [];

  constructor(options: SpoolingOptions) {
    this.#options = options;
  }

  /** Entries in the spool that the broker does not have yet, and their bytes. */
  get pending(): { entries: number; bytes: number } {
    return this.#spool?.pending ?? { entries: 0, bytes: 0 };
  }

  /** Taken from the door, and not known to be on disk yet. */
  get writing(): readonly OutgoingEvent[] {
    return this.#writing;
  }

  /** Returns when `signal` is aborted and no write is under way. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const moved = await this.#step();
        if (!moved) await this.#rest(signal);
      } catch (cause) {
        await this.#pause(cause, signal);
      }
    }
  }

  /** The broker has the event, or will never take it. */
  settled(event: OutgoingEvent): void {
    event.isOver = true;
    if (event.position === undefined) return;
    this.#spool?.acknowledge(event.position);
    this.#leaveLane(event);
    this.#options.topic.bell.ring();
  }

  /** Answers whether anything moved. */
  async #step(): Promise<boolean> {
    const { topic } = this.#options;
    const spool = await this.#opened();
    if (!topic.isSpooling) {
      if (!this.#mustSpool()) return false;
      await this.#start(spool);
    }
    const now = performance.now();
    if (topic.isOpen && this.#aheadBytes < AHEAD_BYTES && now >= this.#fillAfter) {
      if (await this.#filled(spool)) return true;
      if (this.#mayStop(spool)) return this.#stop();
    }
    return now >= this.#writeAfter && (await this.#write(spool));
  }

  /** What cannot be read or sent on yet is no reason not to write. */
  async #filled(spool: TopicSpool): Promise<boolean> {
    try {
      return await this.#fill(spool);
    } catch (cause) {
      this.#tell(cause instanceof SpoolUnavailable ? "unavailable" : "draining", cause);
      this.#fillAfter = performance.now() + PAUSE_MS;
      return false;
    }
  }

  async #start(spool: TopicSpool): Promise<void> {
    this.#startedAt = performance.now();
    const { underWay, toSpool } = this.#options.topic.startSpooling();
    for (const event of toSpool) this.#leaveLane(event);
    this.#underWay = underWay;
    if (toSpool.length > 0) await spool.rewind();
  }

  /** Everything was read, and the broker takes it: what waits at the door may go the short way, behind it. */
  #mayStop(spool: TopicSpool): boolean {
    const { topic, times } = this.#options;
    if (this.#read.length > 0 || this.#underWay.length > 0 || topic.stuckFor(performance.now()) > times.bufferedMs)
      return false;
    return spool.pending.entries === 0 || topic.flowsSince(this.#startedAt);
  }

  #stop(): false {
    this.#options.topic.isSpooling = false;
    this.#options.onFilled();
    return false;
  }

  #enterLane(event: OutgoingEvent, position: number): void {
    event.position = position;
    this.#ahead.add(position);
    this.#aheadBytes += event.value.length;
  }

  #leaveLane({ position, value }: OutgoingEvent): void {
    if (position !== undefined && this.#ahead.delete(position)) this.#aheadBytes -= value.length;
  }

  async #opened(): Promise<TopicSpool> {
    if (this.#spool === undefined) {
      this.#fingerprint = await this.#options.fingerprint();
      this.#spool = await this.#options.openSpool();
      this.#options.topic.isSpooling = this.#spool.pending.entries > 0;
      this.#options.onFilled();
    }
    return this.#spool;
  }

  #mustSpool(): boolean {
    const { topic, times, buffer } = this.#options;
    const now = performance.now();
    if (topic.stuckFor(now) > times.bufferedMs || topic.durableFor(now) > times.durableMs) return true;
    return buffer.isCrowded && !topic.isEmpty;
  }

  /** What may be stored already stays in its lane, and is on disk beside it until the broker's answer is known. */
  async #journal(spool: TopicSpool): Promise<void> {
    const events = this.#underWay.filter(({ position, isOver }) => position === undefined && !isOver);
    if (events.length > 0) await this.#append(spool, events, true);
    this.#underWay = [];
  }

  async #write(spool: TopicSpool): Promise<boolean> {
    const { topic } = this.#options;
    await this.#journal(spool);
    const events = topic.takeForSpool(CHUNK_EVENTS);
    if (events.length === 0) return false;
    this.#writing = events;
    try {
      await this.#append(spool, events, false);
      return true;
    } catch (cause) {
      topic.putBack(events);
      throw cause;
    } finally {
      this.#writing = [];
    }
  }

  async #append(spool: TopicSpool, events: readonly OutgoingEvent[], alreadyRead: boolean): Promise<void> {
    const { buffer, account } = this.#options;
    const time = Date.now();
    const entries = events.map(({ id, key, eventName, value }) => ({ id, key, eventName, time, value }));
    const first = await spool.append(entries, { fingerprint: this.#fingerprint, alreadyRead });
    account.spooled += events.length;
    for (const [index, event] of events.entries()) {
      if (alreadyRead) this.#enterLane(event, first + index);
      if (event.isOver) this.settled(event);
      buffer.settle(event, { ok: true, stored: "spool" });
    }
  }

  /** Spool to lanes, a little ahead of the broker. Answers whether there was anything. */
  async #fill(spool: TopicSpool): Promise<boolean> {
    if (this.#read.length === 0) this.#read = await spool.read(CHUNK_EVENTS, CHUNK_BYTES);
    if (this.#read.length === 0) return false;
    const ids = new Map<string, number>();
    for (const { fingerprint } of this.#read)
      if (!ids.has(fingerprint)) ids.set(fingerprint, await this.#options.schemaIdOf(fingerprint));
    // After a rewind some are still in their lanes, or left them while we were reading.
    const isNew = ({ position }: SpooledEntry) => !this.#ahead.has(position) && !spool.isAcknowledged(position);
    for (const entry of this.#read.splice(0).filter(isNew)) this.#toLane(entry, ids.get(entry.fingerprint) ?? 0);
    this.#options.onFilled();
    return true;
  }

  #toLane({ key, value, eventName, position }: SpooledEntry, schemaId: number): void {
    const event = new OutgoingEvent({ domain: this.#options.domain, key, value, eventName, mode: "buffered" });
    this.#enterLane(event, position);
    this.#options.topic.pushFromSpool(event, schemaId);
  }

  async #rest(signal: AbortSignal): Promise<void> {
    const { topic } = this.#options;
    // Not for every single event: a tick gathers company, and notices what is stuck.
    if (topic.isSpooling || topic.isEmpty) await topic.bell.wait(topic.isSpooling ? TICK_MS : undefined);
    else await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
  }

  async #pause(cause: unknown, signal: AbortSignal): Promise<void> {
    this.#tell(cause instanceof SpoolFull ? "full" : "unavailable", cause);
    this.#writeAfter = performance.now() + PAUSE_MS;
    if (this.#spool !== undefined) return;
    // A spool that cannot be opened must not hold up what the broker would take.
    this.#stop();
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }

  #tell(what: "full" | "unavailable" | "draining", cause: unknown): void {
    const { account, topic } = this.#options;
    account.tell({ kind: "spool", what, topic: topic.name, message: messageOf(cause) });
  }
}
