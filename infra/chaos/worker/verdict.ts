// What must become of any bytes: said by the contract's rules and a reader of its own, independent of the worker's.
import {
  type AvroSchema,
  DAY_MS,
  domainOfTopic,
  eventByName,
  FUTURE_TOLERANCE_MS,
  MAX_EVENT_BYTES,
  RETENTION_MS,
  uuidText,
} from "@audit-log/schemas";
import { NotAvro, type Reading, readAvro } from "./avro-reading.ts";
import type { EventFacts, Expected, Naming } from "./ledger.ts";
import { FOREIGN_ID } from "./registry-double.ts";
import { viewOfEvent } from "./view.ts";

export interface Surroundings {
  schemas: ReadonlyMap<number, AvroSchema>;
  prefix: string;
  /** Milliseconds UTC. */
  now: number;
}

export interface Verdict extends Expected {
  /** Whole and well-formed, but for a text that is not UTF-8. */
  invalidUtf8: boolean;
}

const HEADER_BYTES = 5;
/** So near to the bounds of time it depends on when the worker looks. */
const NEAR_MS = DAY_MS / 24;
export const MALFORMED = ["malformed-avro"];
export const MALFORMED_TEXT = ["malformed-text"];

export function verdictOn(value: Buffer | null, topic: string, surroundings: Surroundings): Verdict {
  const framing = framingFaults(value, surroundings.schemas);
  if (value === null || framing.length > 0) return { reasons: framing, invalidUtf8: false };
  const schema = surroundings.schemas.get(value.readInt32BE(1));
  if (schema === undefined) throw new Error("its schema is known by now");
  const body = value.subarray(HEADER_BYTES);
  const reading = readWhole(schema, body);
  if (reading === undefined) return { reasons: MALFORMED, invalidUtf8: false };
  if (reading.invalidUtf8)
    return { reasons: reading.doubts.size > 0 ? [...MALFORMED_TEXT, ...MALFORMED] : MALFORMED_TEXT, invalidUtf8: true };
  const { surely, perhaps } = rulesBroken(reading.value as Json, topic, surroundings);
  const doubtful = reading.doubts.size > 0;
  const reasons = [...surely, ...perhaps, ...(doubtful ? MALFORMED : [])];
  return {
    row: surely.length > 0 ? undefined : factsOf(reading.value as Json),
    names: surely.length > 0 ? undefined : namingOf(reading.value as Json),
    reasons: reasons.length === 0 ? undefined : reasons,
    invalidUtf8: false,
  };
}

type Json = Record<string, unknown>;

/** All that apply: which of them is found first is the worker's affair. */
function framingFaults(value: Buffer | null, schemas: Surroundings["schemas"]): string[] {
  if (value === null) return ["null-value"];
  const faults: string[] = [];
  if (value.length < HEADER_BYTES) faults.push("too-short");
  if (value.length > 0 && value[0] === 1) faults.push("guid-framing-not-supported");
  if (value.length > 0 && (value[0] ?? 0) > 1) faults.push("not-registry-framed");
  if (value.length > MAX_EVENT_BYTES) faults.push("too-large");
  if (value.length < HEADER_BYTES || value[0] !== 0) return faults;
  const id = value.readInt32BE(1);
  if (!schemas.has(id)) faults.push("unknown-schema-id");
  if (id === FOREIGN_ID) faults.push("not-an-event-schema");
  return faults;
}

function readWhole(schema: AvroSchema, body: Buffer): Reading | undefined {
  try {
    const reading = readAvro(schema, body);
    return reading.end === body.length ? reading : undefined;
  } catch (cause) {
    if (cause instanceof NotAvro) return undefined;
    throw cause;
  }
}

function rulesBroken(event: Json, topic: string, { prefix, now }: Surroundings) {
  const surely: string[] = [];
  const perhaps: string[] = [];
  const time = Number(event["eventTime"]);
  const bound = (over: number, reason: string): void => {
    if (over > NEAR_MS) surely.push(reason);
    else if (over > -NEAR_MS) perhaps.push(reason);
  };
  bound(now - RETENTION_MS - time, "time-before-retention");
  bound(time - now - FUTURE_TOLERANCE_MS, "time-in-the-future");
  if (Object(event["scope"])["id"] === "") surely.push("empty-identifier");
  if (event["eventName"] === "") surely.push("empty-identifier");
  if (Number(Object(event["producer"])["sequence"]) < 0) surely.push("malformed-avro");
  if (!isUuidv7(event["id"])) surely.push("not-an-event-id");
  if (!scopeFits(Object(event["scope"]), Object(event["context"]))) surely.push("scope-mismatch");
  const domain = eventByName(String(event["eventName"]))?.domain;
  if (domain !== undefined && domain !== domainOfTopic(topic, prefix)) surely.push("domain-mismatch");
  return { surely, perhaps };
}

const isUuidv7 = (id: unknown): boolean =>
  Buffer.isBuffer(id) && /^[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/.test(id.toString("hex"));

/** The context may leave the scope's own kind out, and must not contradict it. */
function scopeFits(scope: Json, context: Json): boolean {
  const named = context[`${String(scope["type"]).toLowerCase()}Id`];
  return named === null || named === undefined || named === "" || named === scope["id"];
}

const factsOf = (event: Json): EventFacts => ({
  id: uuidText(event["id"] as Buffer),
  producer: String(Object(event["producer"])["id"]),
  sequence: Number(Object(event["producer"])["sequence"]),
  view: viewOfEvent(event),
});

function namingOf(event: Json): Naming | undefined {
  const { kind, id, email } = Object(event["initiator"]) as Json;
  if (typeof email !== "string" || email === "") return undefined;
  return { kind: String(kind), id: String(id), email, time: Number(event["eventTime"]) };
}
