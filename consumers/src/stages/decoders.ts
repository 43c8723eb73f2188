// How the bodies of each writer's schema are read: by the fast path where it can, through avsc where it cannot. Made once per schema id.
import { RegistryAway, UnknownSchema, type Registry } from "@audit-log/schemas";
import type { WorkerObserver } from "../observer.ts";
import type { RefusalReason } from "../record.ts";
import { untilItWorks } from "../retry.ts";
import { compileProgram } from "../transcode/program.ts";
import { eventReader, type ReadEvent } from "../transcode/read-event.ts";
import { NotFast } from "../transcode/json.ts";
import { decoderOf, requireEventSchema, type Decoder } from "./decoder.ts";

export type Reading = { fast: ReadEvent } | { slow: Decoder } | { reason: RefusalReason; message: string };

export interface Decoders {
  /** Undefined where the schema must be loaded first. */
  of(schemaId: number): Reading | undefined;
  /** Asks the registry until it answers. Throws what no repetition can mend. */
  load(schemaId: number): Promise<void>;
  /** Schemas that do not exist are asked for again with the next batch: they may be registered late. */
  forgetUnknown(): void;
}

export function createDecoders(
  registry: Pick<Registry, "writerSchema">,
  observer: Pick<WorkerObserver, "retrying" | "readSlowly">,
): Decoders {
  const known = new Map<number, Reading>();
  const unknown = new Set<number>();

  async function load(schemaId: number): Promise<Reading> {
    try {
      const writer = await registry.writerSchema(schemaId);
      requireEventSchema(writer.schema);
      try {
        return { fast: eventReader(compileProgram(writer.schema)) };
      } catch (cause) {
        if (!(cause instanceof NotFast)) throw cause;
        observer.readSlowly(schemaId, cause.message);
        return { slow: decoderOf(writer) };
      }
    } catch (cause) {
      const why = whyNoDecoder(schemaId, cause);
      if (why.reason === "unknown-schema-id") unknown.add(schemaId);
      return why;
    }
  }

  return {
    of: (schemaId) => known.get(schemaId),
    async load(schemaId) {
      const reading = await untilItWorks({
        work: () => load(schemaId),
        verdict: (cause) => (cause instanceof RegistryAway ? "retry" : "stop"),
        onRetry: (cause, waitMs) => observer.retrying("registry", cause, waitMs),
      });
      known.set(schemaId, reading);
    },
    forgetUnknown() {
      // The registry's own memory of a miss keeps this from asking it for every batch.
      for (const schemaId of unknown) known.delete(schemaId);
      unknown.clear();
    },
  };
}

/** What a fault of the registry or of a schema says of its events. Throws RegistryAway: then nothing is decided. */
export function whyNoDecoder(schemaId: number, cause: unknown): { reason: RefusalReason; message: string } {
  if (cause instanceof RegistryAway) throw cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof UnknownSchema) return { reason: "unknown-schema-id", message };
  // Whatever the registry took for a schema and cannot be compiled or resolved is not the schema of an event.
  return { reason: "not-an-event-schema", message: `schema ${schemaId}: ${message}` };
}
