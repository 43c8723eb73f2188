// The recorder's side of the spool: which topics have entries, which schemas they were written with, and what its faults mean for events.
import { setTimeout as sleep } from "node:timers/promises";
import {
  type AvroRecord,
  type DomainName,
  domainOfTopic,
  domainSchemas,
  type Registry,
  subjectOf,
  topicOf,
  uuidText,
} from "@audit-log/schemas";
import { type SchemaIdOf, SchemaNotPublished } from "../encode/schema-ids.ts";
import { SpoolLocked } from "../spool/faults.ts";
import type { SpoolReports } from "../spool/reports.ts";
import { openSpool, type Spool, type SpoolOptions } from "../spool/spool.ts";
import type { Account } from "./account.ts";
import { messageOf } from "./problems.ts";
import { Spooling, type SpoolingOptions, type SpoolingTimes } from "./spooling.ts";

export interface RecorderSpoolOptions {
  /** One process at a time. */
  folder: string;
  limits: Pick<SpoolOptions, "maxBytes" | "maxAgeMs" | "segmentBytes" | "create">;
  prefix: string;
  registry: Pick<Registry, "idOf">;
  /** Of the schemas that this SDK encodes with. */
  schemaIdOf: SchemaIdOf;
  account: Account;
  times: SpoolingTimes;
  now: () => number;
  /** How long another process may still have the folder, milliseconds. */
  startTimeoutMs: number;
}

const LOCKED_RETRY_MS = 100;
/** While a recorder is closed nothing is worth waiting for. */
const HURRY_MS = 50;

/** Throws SpoolLocked where another process keeps the folder. Undefined, and told, where the disk fails: events then wait in memory only. */
export async function openRecorderSpool(options: RecorderSpoolOptions): Promise<RecorderSpool | undefined> {
  const { folder, limits, now, account, startTimeoutMs } = options;
  const deadline = performance.now() + startTimeoutMs;
  for (;;) {
    try {
      const spool = await openSpool(folder, { ...limits, now, reports: reportsTo(account) });
      return await RecorderSpool.of(spool, options);
    } catch (cause) {
      if (!(cause instanceof SpoolLocked)) {
        account.tell({ kind: "spool", what: "unavailable", topic: "", message: messageOf(cause) });
        return undefined;
      }
      if (performance.now() > deadline) throw cause;
      await sleep(LOCKED_RETRY_MS);
    }
  }
}

export class RecorderSpool {
  /** Domains of which an earlier process left events. */
  readonly domainsWithEntries: readonly DomainName[];
  readonly #spool: Spool;
  readonly #options: RecorderSpoolOptions;
  readonly #times: { bufferedMs: number; durableMs: number };

  private constructor(spool: Spool, options: RecorderSpoolOptions, domainsWithEntries: readonly DomainName[]) {
    this.#spool = spool;
    this.#options = options;
    this.#times = { ...options.times };
    this.domainsWithEntries = domainsWithEntries;
  }

  static async of(spool: Spool, options: RecorderSpoolOptions): Promise<RecorderSpool> {
    const found = new Set<DomainName>();
    for (const topic of await spool.topics()) {
      if (topic.pending.entries === 0) continue;
      const domain = domainOfTopic(topic.name, options.prefix);
      if (domain !== undefined) found.add(domain);
      else
        options.account.tell({
          kind: "spool",
          what: "draining",
          topic: topic.name,
          message: `${topic.pending.entries} events wait in the spool for a topic that this recorder does not send to`,
        });
    }
    return new RecorderSpool(spool, options, [...found]);
  }

  spoolingOf(route: Pick<SpoolingOptions, "topic" | "domain" | "buffer" | "account" | "onFilled">): Spooling {
    const { domain } = route;
    return new Spooling({
      ...route,
      times: this.#times,
      openSpool: () => this.#spool.topic(topicOf(domain, this.#options.prefix)),
      fingerprint: () => this.#spool.schemas.putSchema(schemaText(domain)),
      schemaIdOf: (fingerprint) => this.#schemaIdOf(domain, fingerprint),
    });
  }

  /** The id of the schema that this SDK encodes with. Throws what the registry threw. */
  async currentSchemaId(domain: DomainName): Promise<number> {
    const fingerprint = await this.#kept(domain);
    if (fingerprint === undefined) return this.#options.schemaIdOf(domain);
    return this.#remembered(domain, fingerprint, () => this.#options.schemaIdOf(domain));
  }

  /** Undefined where the disk takes no schema: that must not hold up what the broker would take. */
  async #kept(domain: DomainName): Promise<string | undefined> {
    try {
      return await this.#spool.schemas.putSchema(schemaText(domain));
    } catch (cause) {
      this.#tellDisk(cause);
      return undefined;
    }
  }

  /** Also of a schema that an earlier version of the SDK wrote entries with. */
  async #schemaIdOf(domain: DomainName, fingerprint: string): Promise<number> {
    return this.#remembered(domain, fingerprint, async () => {
      const text = await this.#spool.schemas.schemaOf(fingerprint);
      if (text === undefined) throw new Error(`the schema ${fingerprint} of entries in the spool is missing`);
      const schema: AvroRecord = JSON.parse(text);
      return this.#options.registry.idOf(subjectOf(domain, this.#options.prefix), schema);
    });
  }

  /** The answer is kept on disk, and stands in for a registry that is away. */
  async #remembered(domain: DomainName, fingerprint: string, ask: () => Promise<number>): Promise<number> {
    const { ids } = this.#spool;
    const subject = subjectOf(domain, this.#options.prefix);
    try {
      const id = await ask();
      await ids.put(subject, fingerprint, id).catch((cause: unknown) => this.#tellDisk(cause));
      return id;
    } catch (cause) {
      const known = cause instanceof SchemaNotPublished ? undefined : ids.get(subject, fingerprint);
      if (known === undefined) throw cause;
      return known;
    }
  }

  #tellDisk(cause: unknown): void {
    this.#options.account.tell({ kind: "spool", what: "unavailable", topic: "", message: messageOf(cause) });
  }

  /** What still waits goes to disk soon. */
  hurry(): void {
    this.#times.bufferedMs = Math.min(this.#times.bufferedMs, HURRY_MS);
  }

  async close(): Promise<void> {
    try {
      await this.#spool.close();
    } catch (cause) {
      this.#tellDisk(cause);
    }
  }
}

function schemaText(domain: DomainName): string {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`domain "${domain}" has no events`);
  return JSON.stringify(schema);
}

const reportsTo = (account: Account): SpoolReports => ({
  onTorn: ({ topic, bytes, reason, kept }) =>
    account.tell({
      kind: "spool",
      what: "damaged",
      topic,
      message: `${bytes} bytes at the end were never written to their end and are cut off (${reason})${kept === undefined ? "" : `; a copy: ${kept}`}`,
    }),
  onDamaged: ({ topic, file, bytes, entries, reason }) => {
    // Where nobody can know how many, it is at least one.
    account.lost.damaged += entries ?? 1;
    const count = entries === undefined ? "an unknown number of" : String(entries);
    account.tell({
      kind: "spool",
      what: "damaged",
      topic,
      message: `${count} events (${bytes} bytes) cannot be read (${reason}); see ${file}`,
    });
  },
  onExpired: ({ entries }) => {
    for (const { id, eventName } of entries)
      account.lose("expired", { eventName, id: uuidText(id) }, "too long in the spool");
  },
  onFault: ({ topic, cause }) => account.tell({ kind: "spool", what: "unavailable", topic, message: messageOf(cause) }),
});
