// Country and network operator of public addresses, of the MaxMind DB files that an operator supplies and renews while the worker runs.
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { WorkerObserver } from "../observer.ts";
import { parseAddress } from "./address.ts";
import { type MmdbFile, NO_PLACE, openMmdb, type Place } from "./mmdb-file.ts";
import { classOf } from "./network-class.ts";

export interface Places {
  /** Grows when a file was replaced: what was said before may no longer hold. */
  readonly edition: number;
  /** Whether there is a file at all. */
  readonly isKnowing: boolean;
  /** Of any text: '' where it is no public address, or no file knows it. The first file that knows wins, for each of the two. */
  of(address: string): Place;
}

/** Where no file is supplied. */
export const NO_PLACES: Places = { edition: 0, isKnowing: false, of: () => NO_PLACE };

type Observer = Pick<WorkerObserver, "placesReplaced" | "placesKept">;

interface Opened {
  path: string;
  file: MmdbFile;
  /** Of the file as it was last looked at, good or not. */
  version: string;
}

/** Throws an error that names the file which is missing or no MaxMind DB. */
export async function openPlaces(files: readonly string[], observer: Observer): Promise<FilePlaces> {
  const opened: Opened[] = [];
  // The version first: a file that is replaced meanwhile is looked at again.
  for (const path of files) opened.push({ path, version: await versionOf(path), file: await openMmdb(path) });
  return new FilePlaces(opened, observer);
}

export class FilePlaces implements Places {
  readonly #opened: Opened[];
  readonly #observer: Observer;
  #edition = 0;

  constructor(opened: Opened[], observer: Observer) {
    this.#opened = opened;
    this.#observer = observer;
  }

  get edition(): number {
    return this.#edition;
  }

  get isKnowing(): boolean {
    return this.#opened.length > 0;
  }

  of(text: string): Place {
    if (this.#opened.length === 0) return NO_PLACE;
    const address = parseAddress(text);
    if (address === undefined || classOf(address) !== "PUBLIC") return NO_PLACE;
    const place = { ...NO_PLACE };
    for (const { file } of this.#opened) {
      const { country, networkOperator } = file.about(address);
      place.country ||= country;
      place.networkOperator ||= networkOperator;
    }
    return place;
  }

  /** Opens the files that have changed. One that cannot be opened is told once, and the one before stays. */
  async reload(): Promise<void> {
    for (const one of this.#opened) {
      const version = await versionOf(one.path);
      if (version === one.version) continue;
      one.version = version;
      try {
        one.file = await openMmdb(one.path);
        this.#edition += 1;
        this.#observer.placesReplaced(one.path);
      } catch (cause) {
        this.#observer.placesKept(cause);
      }
    }
  }

  /** Reloads at intervals. Asked of the file system: what watches files misses mounts and links that are switched. */
  async watch(everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#opened.length > 0) {
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await this.reload();
    }
  }
}

/** Another text where there may be another file. */
async function versionOf(path: string): Promise<string> {
  const file = await stat(path).catch(() => undefined);
  return file === undefined ? "missing" : `${file.ino}/${file.mtimeMs}/${file.size}`;
}
