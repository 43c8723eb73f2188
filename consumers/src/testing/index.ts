// For tests of this room: records as Kafka would give them, a registry that knows the current schemas, an observer that keeps notes.
import {
  UnknownSchema,
  compileType,
  domainSchemas,
  messageEncoder,
  topicOf,
  writerSchemaOf,
  type AvroRecord,
  type DomainName,
  type Registry,
} from "@audit-log/schemas";
import { readExamples, type Example } from "@audit-log/schemas/examples";
import { MemoryProgress } from "../progress/memory-progress.ts";
import { Progress } from "../progress/progress.ts";
import type { ProgressStore } from "../progress/progress-store.ts";
import type { WorkerObserver } from "../observer.ts";
import type { Enricher } from "../ports.ts";
import type { Batch, FetchedRecord } from "../record.ts";
import { recordBatchOf } from "./record-batches.ts";

/** Schema ids of the test registry: 1 membership, 2 resource-manager, … ; 99 is some record that is no event; others are unknown. */
export const SCHEMA_IDS = new Map(Object.keys(domainSchemas).map((domain, index) => [domain, index + 1]));
export const FOREIGN_SCHEMA_ID = 99;

const FOREIGN_SCHEMA: AvroRecord = { type: "record", name: "Other", fields: [] };

const byId = new Map(Object.values(domainSchemas).map((schema, index) => [index + 1, schema]));

export const testRegistry: Registry = {
  publish: () => Promise.reject(new Error("not in a test")),
  idOf: () => Promise.reject(new Error("not in a test")),
  async writerSchema(id) {
    const schema = id === FOREIGN_SCHEMA_ID ? FOREIGN_SCHEMA : byId.get(id);
    if (schema === undefined) throw new UnknownSchema(`schema id ${id} is not registered`);
    return writerSchemaOf(id, compileType(schema));
  },
};

export const NOW = Date.parse("2026-11-20T12:00:00Z");

/** An example as a record of its topic; `change` may bend the event before it is encoded. */
export function recordOf(example: Example, offset: number, change: Partial<Example["event"]> = {}): FetchedRecord {
  return rawRecord(topicOf(example.domain), offset, encoderOf(example.domain)({ ...example.event, ...change }));
}

const encoders = new Map<DomainName, (event: unknown) => Buffer>();

/** Compiled once per domain: a schema with a hundred events takes a while. */
function encoderOf(domain: DomainName): (event: unknown) => Buffer {
  const known = encoders.get(domain);
  if (known !== undefined) return known;
  const encode = messageEncoder(compileType(domainSchemas[domain] ?? "null"), SCHEMA_IDS.get(domain) ?? 0);
  encoders.set(domain, encode);
  return encode;
}

export const rawRecord = (topic: string, offset: number, value: Buffer | null, partition = 0): FetchedRecord => ({
  topic,
  partition,
  offset,
  timestamp: NOW,
  key: Buffer.from("key"),
  value,
  headers: { trace: Buffer.from("abc") },
});

/** A record batch per partition. */
export function batchOf(records: FetchedRecord[]): Batch {
  const batches = [...Map.groupBy(records, ({ topic, partition }) => `${topic}/${partition}`).values()].map(
    recordBatchOf,
  );
  return { batches, ranges: batches.map(({ topic, partition, nextOffset }) => ({ topic, partition, nextOffset })) };
}

export function example(name: string): Example {
  const found = readExamples().find(({ event }) => event.eventName === name);
  if (found === undefined) throw new Error(`there is no example of ${name}`);
  return found;
}

export const silentObserver: WorkerObserver = {
  assigned: () => {},
  settled: () => {},
  retrying: () => {},
  inserted: () => {},
  commitDelayed: () => {},
  offsetGap: () => {},
  readSlowly: () => {},
  offsetWentBack: () => {},
  damaged: () => {},
  lag: () => {},
  standsStill: () => {},
  inFlight: () => {},
  sequenceGaps: () => {},
  sequencesUnknown: () => {},
  progressFailed: () => {},
  clockBehind: () => {},
  placesReplaced: () => {},
  placesKept: () => {},
};

/** Told to nobody but `store`. */
export const testProgress = (store: ProgressStore = new MemoryProgress(), now = () => NOW): Progress =>
  new Progress({ store, observer: silentObserver, prefix: "audit", everyMs: 5, now });

/** Finds something for most words, so that a test sees which word it was found of. */
export const testEnricher: Enricher = {
  knowsAddresses: true,
  location: (address) => ({
    country: address.slice(0, 2),
    networkOperator: address.length > 10 ? `operator of ${address.slice(0, 30)}` : "",
  }),
  place: (type, id) => ({
    organizationId: id.length % 3 === 0 ? "" : `${type} ${id.slice(0, 5)}`,
    folderId: id.length % 2 === 0 ? "" : `above ${id}`,
  }),
  version: 1,
};
