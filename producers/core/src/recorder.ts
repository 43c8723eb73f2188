// The recorder: what a service creates once at its start, records through, and closes at its end.
import { randomUUID } from "node:crypto";
import { createRegistry, type DomainName, domainSchemas, eventByName, type EventName } from "@audit-log/schemas";
import type { RecorderConfig } from "./config.ts";
import { Account } from "./deliver/account.ts";
import { Outbox } from "./deliver/outbox.ts";
import { tellProblem } from "./tell-problem.ts";
import { openRecorderSpool, type RecorderSpool, type RecorderSpoolOptions } from "./deliver/recorder-spool.ts";
import type { Counts } from "./deliver/problems.ts";
import { type Encode, encoder } from "./encode/encode.ts";
import { requirePublished, schemaIds } from "./encode/schema-ids.ts";
import { createKafkaSender } from "./kafka/kafka-sender.ts";
import { recordEvent, type RecordEvent, type RecordingTools } from "./record.ts";
import { type RecorderOptions, withDefaults } from "./recorder-options.ts";
import { JsonKeys } from "./text/json-key.ts";

export interface Recorder extends AsyncDisposable {
  /** The function that records one kind of event; the generated packages call it. Throws RangeError where the catalogue has no such event. */
  event<D extends object>(name: EventName): RecordEvent<D>;
  /** Resolves when everything recorded before the call is acknowledged, on disk in the spool, or reported as lost: without a spool never while the broker is away. */
  flush(): Promise<void>;
  /** Flushes for a bounded time, puts what is left into the spool or else reports it as lost, disconnects. Idempotent; never rejects. */
  close(): Promise<void>;
  /** A snapshot. */
  readonly counts: Counts;
}

/**
 * Resolves also where the broker or the registry is away: events wait in memory until it is back.
 * Rejects with SchemaNotPublished where the registry answers that it lacks a domain's schema, with SpoolLocked where another process has
 * the spool's folder.
 */
export async function createRecorder(config: RecorderConfig, options: RecorderOptions = {}): Promise<Recorder> {
  const settings = withDefaults(options);
  const registry = options.registry ?? createRegistry(config.registry);
  const account = new Account(tellProblem(options));
  const fromRegistry = schemaIds(registry, config.prefix);
  const spool = await openedSpool(config, { ...settings, registry, schemaIdOf: fromRegistry, account });
  const schemaIdOf = spool === undefined ? fromRegistry : (domain: DomainName) => spool.currentSchemaId(domain);
  try {
    await requirePublished(settings.domains, schemaIdOf, settings.startTimeoutMs);
  } catch (cause) {
    await spool?.close();
    throw cause;
  }

  const producerId = config.producerId ?? randomUUID();
  const sender =
    options.sender ??
    createKafkaSender({ address: config.kafka, clientId: `audit-${producerId}`, logger: options.logger });
  const outbox = new Outbox({ ...settings, prefix: config.prefix, sender, schemaIdOf, account, spool });
  outbox.start();

  const tools: RecordingTools = {
    ...settings,
    outbox,
    keys: new JsonKeys(),
    producer: { id: producerId, sequence: 0 },
    region: config.region,
  };
  const encoders = new Map<DomainName, Encode>();
  const close = () => outbox.close();
  return {
    event(name) {
      const event = eventByName(name);
      const schema = event && domainSchemas[event.domain];
      if (event === undefined || schema === undefined) throw new RangeError(`the catalogue has no event "${name}"`);
      const encode = encoders.get(event.domain) ?? encoder(schema);
      encoders.set(event.domain, encode);
      return recordEvent(event, encode, tools);
    },
    flush: () => outbox.flush(),
    close,
    [Symbol.asyncDispose]: close,
    get counts() {
      return account.snapshot(outbox.waiting);
    },
  };
}

async function openedSpool(
  { spool, prefix }: RecorderConfig,
  options: Omit<RecorderSpoolOptions, "folder" | "limits" | "prefix" | "times"> & {
    spoolTimes: RecorderSpoolOptions["times"];
  },
): Promise<RecorderSpool | undefined> {
  if (spool === undefined) return undefined;
  const { folder, maxBytes, maxAgeMs } = spool;
  const limits = { ...(maxBytes === undefined ? {} : { maxBytes }), ...(maxAgeMs === undefined ? {} : { maxAgeMs }) };
  return openRecorderSpool({ ...options, folder, limits, prefix, times: options.spoolTimes });
}
