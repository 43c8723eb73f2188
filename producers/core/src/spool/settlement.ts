// The end of entries: which are acknowledged, when that is written down, and when their segments are deleted.
import { rename } from "node:fs/promises";
import type { Acknowledged } from "./acknowledged.ts";
import type { AcknowledgedFile } from "./acknowledged-file.ts";
import { codeOf, unavailable } from "./faults.ts";
import { damagedName } from "./mend-segment.ts";
import type { SpoolReports } from "./reports.ts";
import type { Room } from "./room.ts";
import type { Segment } from "./segment.ts";
import type { SegmentList } from "./segment-list.ts";
import { removeFile } from "./segment-writer.ts";
import { Turns } from "./turns.ts";

export interface SettlementOptions {
  name: string;
  segments: SegmentList;
  acknowledged: Acknowledged;
  acknowledgedFile: AcknowledgedFile;
  room: Room;
  segmentBytes: number;
  reports: SpoolReports;
}

/** How long an acknowledgement may wait to be written. */
const FLUSH_MS = 100;
/** The segment that is written is deleted, too, once it has this size and all of it is acknowledged. */
const TIDY_BYTES = 1024 * 1024;

export class Settlement {
  readonly #options: SettlementOptions;
  readonly #mayDelete: (segment: Segment, minBytes: number) => boolean;
  readonly #turns = new Turns();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `mayDelete`: whether the appender lets go of a segment. */
  constructor(options: SettlementOptions, mayDelete: (segment: Segment, minBytes: number) => boolean) {
    this.#options = options;
    this.#mayDelete = mayDelete;
  }

  acknowledge(from: number, to: number): void {
    const { acknowledged, segments } = this.#options;
    let segment: Segment | undefined;
    for (let position = from; position < to; position++) {
      if (!acknowledged.add(position)) continue;
      if (segment === undefined || position >= segment.end) segment = segments.at(position);
      if (segment !== undefined && position >= segment.first) segment.pending--;
    }
    if (!this.#closed) this.#timer ??= setTimeout(() => this.#flushLater(), FLUSH_MS).unref();
  }

  /** Writes the prefix, then deletes what is wholly below it; also the segment that is written, where `all`. Throws SpoolUnavailable. */
  flush(all: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#turns.run(async () => {
      try {
        await this.#flush(all ? 0 : Math.min(TIDY_BYTES, this.#options.segmentBytes));
      } catch (cause) {
        throw unavailable("write down what is acknowledged", cause);
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    try {
      await this.flush(true);
    } finally {
      await this.#options.acknowledgedFile.close();
    }
  }

  #flushLater(): void {
    const { name, reports } = this.#options;
    this.flush(false).catch((cause: unknown) => {
      reports.onFault({ topic: name, cause: unavailable("write down what is acknowledged", cause) });
    });
  }

  async #flush(minBytes: number): Promise<void> {
    const { segments, acknowledged, acknowledgedFile, room } = this.#options;
    const { prefix } = acknowledged;
    const done = segments.all.filter((segment) => segment.end <= prefix && this.#mayDelete(segment, minBytes));
    // Positions go on from the prefix where no segment is left: it must be known before they go.
    await acknowledgedFile.write(prefix, done.length > 0);
    for (const segment of done) {
      await (segment.damaged ? keepForAPerson(segment.file) : removeFile(segment.file));
      segments.remove(segment);
      room.give(segment.bytes);
    }
  }
}

async function keepForAPerson(file: string): Promise<void> {
  try {
    await rename(file, damagedName(file));
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
  }
}
