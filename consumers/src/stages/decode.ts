// Kafka's bytes → an event, or the reason why they are none. Never throws for what is in the bytes;
// throws what the registry threw when the registry is away, and then nothing is decided.
import type { AuditEvent, Registry } from "@audit-log/schemas";
import {
  HEADER_BYTES,
  MAX_EVENT_BYTES,
  MalformedAvro,
  RegistryAway,
  UnknownSchema,
  readWireHeader,
} from "@audit-log/schemas";
import type { FetchedRecord, RefusalReason, Refused } from "../record.ts";
import { decoderOf, type Decoder } from "./decoder.ts";

export interface Decoded {
  record: FetchedRecord;
  event: AuditEvent;
  schemaId: number;
}

export type DecodeResult = { ok: true; decoded: Decoded } | { ok: false; refused: Refused };

export type Decode = (record: FetchedRecord) => Promise<DecodeResult> | DecodeResult;

/** One decoder per writer schema id, compiled at its first use. */
export function createDecode(registry: Registry): Decode {
  const decoders = new Map<number, Decoder | Refusal>();

  return (record) => {
    const header = readWireHeader(record.value);
    if ("refused" in header) return refuse(record, header.refused, "the value is not an Avro message");
    const { schemaId, body } = header;
    if (body.length + HEADER_BYTES > MAX_EVENT_BYTES) {
      return refuse(
        record,
        "too-large",
        `${body.length + HEADER_BYTES} bytes; an event has at most ${MAX_EVENT_BYTES}`,
        schemaId,
      );
    }
    const known = decoders.get(schemaId);
    if (known !== undefined) return decodeBody(record, schemaId, body, known);
    return loadDecoder(registry, schemaId).then((decoder) => {
      // A schema id that is unknown now may be registered later: the registry remembers the miss for a while, not we.
      if (!("reason" in decoder && decoder.reason === "unknown-schema-id")) decoders.set(schemaId, decoder);
      return decodeBody(record, schemaId, body, decoder);
    });
  };
}

interface Refusal {
  reason: RefusalReason;
  message: string;
}

function decodeBody(record: FetchedRecord, schemaId: number, body: Buffer, decoder: Decoder | Refusal): DecodeResult {
  if ("reason" in decoder) return refuse(record, decoder.reason, decoder.message, schemaId);
  try {
    const end = decoder.walk(body, 0);
    if (end !== body.length)
      return refuse(record, "malformed-avro", `${body.length - end} bytes follow the event`, schemaId);
    return { ok: true, decoded: { record, event: decoder.read(body), schemaId } };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof MalformedAvro || isAvscRefusal(message))
      return refuse(record, "malformed-avro", message, schemaId);
    throw cause;
  }
}

/** What avsc says of bytes that pass the walk: a number beyond 2^53. */
const isAvscRefusal = (message: string): boolean => message.includes("potential precision loss");

async function loadDecoder(registry: Registry, schemaId: number): Promise<Decoder | Refusal> {
  try {
    return decoderOf(await registry.writerSchema(schemaId));
  } catch (cause) {
    if (cause instanceof RegistryAway) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    // Whatever the registry took for a schema and cannot be compiled or resolved is not the schema of an event.
    return cause instanceof UnknownSchema
      ? { reason: "unknown-schema-id", message }
      : { reason: "not-an-event-schema", message: `schema ${schemaId}: ${message}` };
  }
}

function refuse(record: FetchedRecord, reason: RefusalReason, message: string, schemaId?: number): DecodeResult {
  return { ok: false, refused: { record, reason, message, schemaId } };
}
