// Envelope to framed Avro of at most MAX_EVENT_BYTES. The schema's id is written in when the event is sent (deliver.ts):
// the registry may be away while events are recorded.
import {
  type AuditEvent,
  type AvroRecord,
  compileType,
  HEADER_BYTES,
  MAX_EVENT_BYTES,
  messageEncoder,
} from "@audit-log/schemas";
import { Refused } from "../input/refusal.ts";
import { fit } from "./fit.ts";

const ID_UNKNOWN = 0;

/** `sequence` goes in at the very end: while an event is composed, a getter of the input may record another one. */
export type Encode = (event: AuditEvent, sequence: number) => { message: Buffer; cut: boolean };

/** Throws Refused, with the path of the field, where the event does not fit the schema. */
export function encoder(schema: AvroRecord): Encode {
  const type = compileType(schema);
  const encode = messageEncoder(type, ID_UNKNOWN);

  function whole(event: AuditEvent): Buffer {
    try {
      return encode(event);
    } catch {
      throw new Refused(`${misfit(event)}: does not fit the event's schema`);
    }
  }

  /** avsc's own message quotes the value; only the path may leave the SDK. */
  function misfit(event: AuditEvent): string {
    let path = "event";
    type.isValid(event, {
      errorHook: (fields) => (path = (fields[0] === "details" ? fields.toSpliced(1, 1) : fields).join(".")),
    });
    return path;
  }

  return (event, sequence) => {
    event.producer.sequence = sequence;
    const message = whole(event);
    if (message.length <= MAX_EVENT_BYTES) return { message, cut: (event.truncations ?? []).length > 0 };
    return { message: whole(fit(event, message.length)), cut: true };
  };
}

export const writeSchemaId = (message: Buffer, schemaId: number): number =>
  message.writeInt32BE(schemaId, HEADER_BYTES - 4);
