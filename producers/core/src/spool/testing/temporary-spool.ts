// A spool in a folder of its own that goes with the test, entries to put in, and everything it reported.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { SpooledEntry } from "../entry.ts";
import type { SpoolUnavailable } from "../faults.ts";
import type { Damage, Expired, TornTail } from "../reports.ts";
import { openSpool, type Spool, type SpoolOptions } from "../spool.ts";
import type { TopicSpool } from "../topic-spool.ts";
import { entry, numberOf, SCHEMA, TOPIC } from "./entries.ts";

export class Reported {
  readonly torn: TornTail[] = [];
  readonly damaged: Damage[] = [];
  readonly expired: Expired[] = [];
  readonly faults: { topic: string; cause: SpoolUnavailable }[] = [];
  readonly onTorn = (torn: TornTail): unknown => this.torn.push(torn);
  readonly onDamaged = (damage: Damage): unknown => this.damaged.push(damage);
  readonly onExpired = (expired: Expired): unknown => this.expired.push(expired);
  readonly onFault = (fault: { topic: string; cause: SpoolUnavailable }): unknown => this.faults.push(fault);
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "spool-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface Opened extends AsyncDisposable {
  spool: Spool;
  topic: TopicSpool;
  fingerprint: string;
  reported: Reported;
  append(...numbers: number[]): Promise<number>;
}

/** The topic of a spool, opened; closed at the end of `await using`. */
export async function opened(folder: string, options: Partial<SpoolOptions> = {}): Promise<Opened> {
  const reported = new Reported();
  const spool = await openSpool(folder, { reports: reported, now: () => 1_000, ...options });
  const topic = await spool.topic(TOPIC);
  const fingerprint = await spool.schemas.putSchema(SCHEMA);
  const append = (...numbers: number[]): Promise<number> =>
    topic.append(
      numbers.map((n) => entry(n)),
      { fingerprint },
    );
  return { spool, topic, fingerprint, reported, append, [Symbol.asyncDispose]: () => spool.close() };
}

/** The numbers of everything that is left to read. */
export async function numbersIn(topic: TopicSpool): Promise<number[]> {
  return (await everythingIn(topic)).map(numberOf);
}

export async function everythingIn(topic: TopicSpool): Promise<SpooledEntry[]> {
  const all: SpooledEntry[] = [];
  for (;;) {
    const entries = await topic.read(100, 1024 * 1024);
    if (entries.length === 0) return all;
    all.push(...entries);
  }
}

export const topicFolder = (folder: string): string => join(folder, "topics", TOPIC);

/** Names, sorted. */
export async function filesOf(folder: string, ending: string): Promise<string[]> {
  return (await readdir(topicFolder(folder))).filter((name) => name.endsWith(ending)).sort();
}

export const upTo = (n: number, from = 0): number[] => Array.from({ length: n - from }, (_, index) => from + index);
