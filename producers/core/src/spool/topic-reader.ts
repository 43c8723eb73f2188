// Reads a topic in order, and takes out what must not be read any more: entries that are too old, and what became unreadable.
import type { Acknowledged } from "./acknowledged.ts";
import type { SpoolClock } from "./clock.ts";
import { Cursor, type Stored, type Unreadable } from "./cursor.ts";
import type { SpooledEntry } from "./entry.ts";
import { unavailable } from "./faults.ts";
import { readBody, stampOf } from "./frame.ts";
import { damagedName } from "./mend-segment.ts";
import type { SpoolReports } from "./reports.ts";
import type { Segment } from "./segment.ts";
import type { SegmentList } from "./segment-list.ts";
import type { Settlement } from "./settlement.ts";
import { Turns } from "./turns.ts";

export interface TopicReaderOptions {
  name: string;
  segments: SegmentList;
  acknowledged: Acknowledged;
  clock: SpoolClock;
  maxAgeMs: number;
  reports: SpoolReports;
}

const EXPIRED_AT_ONCE = 1_000;

export class TopicReader {
  readonly #options: TopicReaderOptions;
  readonly #settlement: Settlement;
  readonly #cursor: Cursor;
  readonly #turns = new Turns();
  #expired: { position: number; id: Buffer; eventName: string }[] = [];

  constructor(options: TopicReaderOptions, settlement: Settlement) {
    this.#options = options;
    this.#settlement = settlement;
    this.#cursor = new Cursor(options.segments, options.acknowledged, (unreadable) => this.#giveUp(unreadable));
  }

  /** See TopicSpool.read. */
  read(maxEntries: number, maxBytes: number): Promise<SpooledEntry[]> {
    return this.#turns.run(async () => {
      const entries: SpooledEntry[] = [];
      try {
        await this.#take(entries, maxEntries, maxBytes);
      } catch (cause) {
        // What was read goes out; the fault comes again with the next call.
        if (entries.length === 0) throw unavailable("read from the spool", cause);
      }
      return entries;
    });
  }

  /** Drops segments in which every entry is too old. Throws SpoolUnavailable. */
  dropExpired(): Promise<void> {
    const limit = this.#limit();
    return this.#turns.run(async () => {
      try {
        await this.#next(limit, (segment) => segment.newest < limit);
      } catch (cause) {
        throw unavailable("read from the spool", cause);
      }
    });
  }

  mark(position: number, count: number): void {
    this.#cursor.mark(position, count);
  }

  rewind(): Promise<void> {
    return this.#turns.run(async () => this.#cursor.rewind());
  }

  close(): Promise<void> {
    return this.#turns.run(() => this.#cursor.close());
  }

  #limit(): number {
    return this.#options.clock.read() - this.#options.maxAgeMs;
  }

  async #take(entries: SpooledEntry[], maxEntries: number, maxBytes: number): Promise<void> {
    const limit = this.#limit();
    for (let bytes = 0; entries.length < maxEntries;) {
      const stored = await this.#next(limit, () => true);
      bytes += stored?.body.length ?? 0;
      if (stored === undefined || (entries.length > 0 && bytes > maxBytes)) return;
      const { position, segment, body } = stored;
      entries.push({ ...readBody(body), position, fingerprint: segment.fingerprint });
      this.#cursor.advance();
    }
  }

  /** Passes over what is older than `limit`, in segments that may expire; reports it before it is acknowledged. */
  async #next(limit: number, mayExpire: (segment: Segment) => boolean): Promise<Stored | undefined> {
    try {
      for (;;) {
        const stored = await this.#cursor.peek();
        if (stored === undefined || stampOf(stored.body) >= limit || !mayExpire(stored.segment)) return stored;
        const { id, eventName } = readBody(stored.body);
        this.#expired.push({ position: stored.position, id, eventName });
        this.#cursor.advance();
        if (this.#expired.length === EXPIRED_AT_ONCE) this.#expire();
      }
    } finally {
      if (this.#expired.length > 0) this.#expire();
    }
  }

  #expire(): void {
    const entries = this.#expired;
    this.#expired = [];
    const { name, reports } = this.#options;
    reports.onExpired({ topic: name, entries: entries.map(({ id, eventName }) => ({ id, eventName })) });
    for (const { position } of entries) this.#settlement.acknowledge(position, position + 1);
  }

  /** The rest of a segment is lost to the reader. */
  #giveUp({ segment, position, bytes, reason }: Unreadable): void {
    const { name, reports, acknowledged } = this.#options;
    segment.damaged = true;
    let entries = 0;
    for (let at = position; at < segment.end; at++) if (!acknowledged.has(at) && !this.#cursor.isMarked(at)) entries++;
    reports.onDamaged({ topic: name, file: damagedName(segment.file), bytes, entries, reason });
    this.#settlement.acknowledge(position, segment.end);
  }
}
