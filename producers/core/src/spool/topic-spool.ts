// One topic's log: append at the end, read in order, acknowledge in any order. See README.md for what is on disk.
import { Appender, type AppenderOptions } from "./appender.ts";
import type { SpooledEntry, SpoolEntry } from "./entry.ts";
import { appendBytes } from "./segment-writer.ts";
import { Settlement, type SettlementOptions } from "./settlement.ts";
import { TopicReader, type TopicReaderOptions } from "./topic-reader.ts";
import { Turns } from "./turns.ts";

export interface TopicSpoolOptions extends AppenderOptions, SettlementOptions, TopicReaderOptions {
  knowsSchema: (fingerprint: string) => boolean;
  /** Has every topic of the folder free what it can. */
  makeRoom: () => Promise<void>;
}

export interface AppendOptions {
  /** Of the schema that the entries were encoded with: what SchemaFiles.putSchema() answered. */
  fingerprint: string;
  /** They are also under way in memory: read() passes them over until rewind(). */
  alreadyRead?: boolean;
}

export class TopicSpool {
  readonly name: string;
  readonly #options: TopicSpoolOptions;
  readonly #appender: Appender;
  readonly #settlement: Settlement;
  readonly #reader: TopicReader;
  readonly #appends = new Turns();
  #closing: Promise<void> | undefined;

  constructor(options: TopicSpoolOptions) {
    this.name = options.name;
    this.#options = options;
    this.#appender = new Appender(options);
    this.#settlement = new Settlement(options, (segment, minBytes) => this.#appender.letGo(segment, minBytes));
    this.#reader = new TopicReader(options, this.#settlement);
  }

  /** The position that the next entry gets. */
  get end(): number {
    return this.#options.segments.end;
  }

  /** Not acknowledged. `bytes` (of frames) is an estimate where part of a segment is: the mean of its entries times their number. */
  get pending(): { entries: number; bytes: number } {
    const { all } = this.#options.segments;
    return {
      entries: all.reduce((sum, { pending }) => sum + pending, 0),
      bytes: all.reduce((sum, { pendingBytes }) => sum + pendingBytes, 0),
    };
  }

  /**
   * Resolves with the first entry's position when all of them are on disk (one fdatasync). Throws EntryRefused, SpoolFull or
   * SpoolUnavailable; then none of them is stored. Where it never answered (crash), the first few of them may be.
   * The array must not change until it has answered.
   */
  async append(entries: readonly SpoolEntry[], { fingerprint, alreadyRead = false }: AppendOptions): Promise<number> {
    this.#requireOpen();
    if (!this.#options.knowsSchema(fingerprint)) throw new Error("append before putSchema()");
    const bytes = appendBytes(entries);
    return this.#appends.run(async () => {
      if (entries.length === 0) return this.end;
      await this.#takeRoom(bytes);
      return this.#appender.append(entries, fingerprint, bytes, (position) => {
        if (alreadyRead) this.#reader.mark(position, entries.length);
      });
    });
  }

  /**
   * The next entries that were not read yet, in order, all of them durable: at least one where there is one, at most `maxEntries` and
   * about `maxBytes`. Empty: all was read. Entries that are too old are reported and left out. Throws SpoolUnavailable and loses nothing by it.
   */
  async read(maxEntries: number, maxBytes: number): Promise<SpooledEntry[]> {
    this.#requireOpen();
    return this.#reader.read(maxEntries, maxBytes);
  }

  /** After a fault: everything that is not acknowledged is read again, also what was appended as already read. */
  rewind(): Promise<void> {
    return this.#reader.rewind();
  }

  /**
   * The entries are stored elsewhere, or given up for good. In any order; again is no fault; after close() it does nothing. Written down
   * within 100 ms and at close(), only the prefix without gaps: after a crash some entries are read once more, which their ids tell.
   * Throws RangeError beyond the end.
   */
  acknowledge(position: number, count = 1): void {
    const valid = Number.isSafeInteger(position) && position >= 0 && Number.isSafeInteger(count) && count >= 0;
    if (!valid || position + count > this.end)
      throw new RangeError(`no entries ${position} + ${count} in a spool that ends at ${this.end}`);
    if (this.#closing === undefined) this.#settlement.acknowledge(position, position + count);
  }

  isAcknowledged(position: number): boolean {
    return this.#options.acknowledged.has(position);
  }

  /** Deletes what is acknowledged, and segments in which every entry is too old. Throws SpoolUnavailable. */
  async tidy(): Promise<void> {
    await this.#reader.dropExpired();
    await this.#settlement.flush(true);
  }

  /** Waits for what is under way, writes down what is acknowledged. Throws SpoolUnavailable; nothing is lost by it. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#appends.run(() => this.#appender.close());
    await this.#reader.close();
    await this.#settlement.close();
  }

  async #takeRoom(bytes: number): Promise<void> {
    const { room, makeRoom } = this.#options;
    if (!room.has(bytes)) await makeRoom();
    room.take(bytes);
  }

  #requireOpen(): void {
    if (this.#closing !== undefined) throw new Error("the spool is closed");
  }
}
