// A folder in which events wait durably, one log per topic, while the broker is away. One process at a time.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { SpoolClock } from "./clock.ts";
import { SpoolLocked, unavailable } from "./faults.ts";
import { type CreateFile, createFile, makeFolder } from "./files.ts";
import { lockFolder } from "./lock.ts";
import { isTopicName, openTopic } from "./open-topic.ts";
import type { SpoolReports } from "./reports.ts";
import { Room } from "./room.ts";
import { SchemaFiles } from "./schema-files.ts";
import { SchemaIdCache } from "./schema-id-cache.ts";
import type { TopicSpool } from "./topic-spool.ts";

export interface SpoolOptions {
  reports: SpoolReports;
  /** Milliseconds UTC. */
  now: () => number;
  /** Of all segments together; 1 GiB. Damaged files that are kept for a person do not count. */
  maxBytes?: number;
  /** 7 days. */
  maxAgeMs?: number;
  /** 16 MiB. */
  segmentBytes?: number;
  /** For tests: a disk that fails. */
  create?: CreateFile;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const MIB = 1024 * 1024;

/** Recovers every topic that is there. Throws SpoolLocked; SpoolUnavailable. */
export async function openSpool(folder: string, options: SpoolOptions): Promise<Spool> {
  try {
    await makeFolder(join(folder, "topics"));
    await makeFolder(join(folder, "schemas"));
    const unlock = await lockFolder(folder);
    try {
      return await recover(folder, options, unlock);
    } catch (cause) {
      unlock();
      throw cause;
    }
  } catch (cause) {
    throw cause instanceof SpoolLocked ? cause : unavailable("open the spool", cause);
  }
}

async function recover(folder: string, options: SpoolOptions, unlock: () => void): Promise<Spool> {
  const ids = await SchemaIdCache.open(join(folder, "ids.json"));
  const spool = new Spool(folder, options, ids, unlock);
  const entries = await readdir(join(folder, "topics"), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && isTopicName(entry.name)).map(({ name }) => name);
  try {
    for (const name of names) await spool.topic(name);
    await spool.tidy();
    return spool;
  } catch (cause) {
    await spool.close();
    throw cause;
  }
}

export class Spool implements AsyncDisposable {
  readonly schemas: SchemaFiles;
  readonly ids: SchemaIdCache;
  readonly #folder: string;
  readonly #options: SpoolOptions;
  readonly #unlock: () => void;
  readonly #room: Room;
  readonly #clock: SpoolClock;
  readonly #topics = new Map<string, Promise<TopicSpool>>();
  #closing: Promise<void> | undefined;

  /** Use openSpool(). */
  constructor(folder: string, options: SpoolOptions, ids: SchemaIdCache, unlock: () => void) {
    this.schemas = new SchemaFiles(join(folder, "schemas"));
    this.ids = ids;
    this.#folder = folder;
    this.#options = options;
    this.#unlock = unlock;
    this.#room = new Room(options.maxBytes ?? 1024 * MIB);
    this.#clock = new SpoolClock(options.now);
  }

  /** Bytes of all segments, headers included. */
  get bytes(): number {
    return this.#room.used;
  }

  /** Those found on disk, and those asked for since. */
  topics(): Promise<TopicSpool[]> {
    return Promise.all(this.#topics.values());
  }

  /** Opened at the first call; the name is that of a folder. Throws RangeError for another name, SpoolUnavailable. */
  async topic(name: string): Promise<TopicSpool> {
    if (!isTopicName(name)) throw new RangeError("a topic's name consists of letters, digits and ._-");
    if (this.#closing !== undefined) throw new Error("the spool is closed");
    const known = this.#topics.get(name);
    if (known !== undefined) return known;
    const opening = this.#open(name);
    this.#topics.set(name, opening);
    try {
      return await opening;
    } catch (cause) {
      this.#topics.delete(name);
      throw unavailable(`open the spool of ${name}`, cause);
    }
  }

  #open(name: string): Promise<TopicSpool> {
    const { reports, maxAgeMs = 7 * DAY_MS, segmentBytes = 16 * MIB, create = createFile } = this.#options;
    return openTopic({
      name,
      folder: join(this.#folder, "topics", name),
      clock: this.#clock,
      room: this.#room,
      maxAgeMs,
      segmentBytes,
      create,
      reports,
      knowsSchema: (fingerprint) => this.schemas.has(fingerprint),
      makeRoom: () => this.tidy(),
    });
  }

  /** Deletes what is acknowledged or wholly too old; happens by itself where room is short. Never throws: a fault is reported. */
  async tidy(): Promise<void> {
    for (const [topic, opening] of this.#topics) {
      try {
        await (await opening).tidy();
      } catch (cause) {
        this.#options.reports.onFault({ topic, cause: unavailable("tidy up", cause) });
      }
    }
  }

  /** Writes down what is acknowledged and gives the folder back, also where the first fails. Throws SpoolUnavailable. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    try {
      const closed = await Promise.allSettled([...this.#topics.values()].map(async (topic) => (await topic).close()));
      await this.ids.settled();
      for (const result of closed)
        if (result.status === "rejected") throw unavailable("close the spool", result.reason);
    } finally {
      this.#unlock();
    }
  }
}
