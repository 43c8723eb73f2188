// Events for a load: the catalogue's examples of every domain, with ids, times, scopes and sequences of their own.
import { compileType, DAY_MS, type DomainName, messageEncoder, uuidText, uuidv7 } from "@audit-log/schemas";
import { type Example, readExamples } from "@audit-log/schemas/examples";
import type { EventFacts, Naming } from "./ledger.ts";
import type { Random } from "../random.ts";
import { schemaIdOf, schemaOf } from "./registry-double.ts";

export interface MadeEvent {
  domain: DomainName;
  key: Buffer;
  value: Buffer;
  facts: EventFacts;
  names: Naming | undefined;
}

/** Offset of the id in an encoded event: behind the wire header. */
export const ID_AT = 5;
export const ID_BYTES = 16;

const SCOPES = 50;
/** An initiator's e-mail as several systems have it: which is the latest is for the table of initiators to tell. */
const MAILBOXES = ["", "first.", "second."] as const;
/** Within the last day: a block has rows of two day partitions. */
const SPREAD_MS = DAY_MS;

type Encode = (value: unknown) => Buffer;
const encoders = new Map<string, Encode>();

/** Compiled once per domain and id: a schema with a hundred events takes a while. */
export function encoderOf(domain: DomainName, schemaId: number): Encode {
  const key = `${domain} ${schemaId}`;
  const known = encoders.get(key);
  if (known !== undefined) return known;
  const encode = messageEncoder(compileType(schemaOf(domain)), schemaId);
  encoders.set(key, encode);
  return encode;
}

let examples: Example[] | undefined;
export const allExamples = (): Example[] => (examples ??= readExamples());

/** Undefined where the event names no e-mail. */
function namingOf({ initiator: { kind, id, email }, eventTime }: Example["event"]): Naming | undefined {
  return email ? { kind, id, email, time: eventTime } : undefined;
}

/** One producer instance: its sequence grows by one per event. `version`: of the schema, from 0. */
export class EventSource {
  readonly producer: string;
  version = 0;
  readonly #random: Random;
  readonly #now: number;
  #sequence = 0;

  constructor(producer: string, random: Random, now: number) {
    this.producer = producer;
    this.#random = random;
    this.#now = now;
  }

  /** `change` may bend the event before it is encoded. */
  next(change: (event: Example["event"]) => Partial<Example["event"]> = () => ({}), from = allExamples()): MadeEvent {
    const random = this.#random;
    const example = from[random.between(0, from.length - 1)];
    if (example === undefined) throw new Error("there are no examples");
    const { domain, event } = example;
    const sequence = ++this.#sequence;
    const eventTime = this.#now - random.between(0, SPREAD_MS);
    const id = uuidv7(
      eventTime,
      Uint8Array.from({ length: 10 }, () => random.between(0, 255)),
    );
    const scope = { type: event.scope.type, id: `${event.scope.id.slice(0, 32)}${1_000 + random.between(0, SCOPES)}` };
    // What the context says of the scope itself must agree with it.
    const context = { ...event.context, [`${scope.type.toLowerCase()}Id`]: scope.id };
    const producer = { id: this.producer, sequence };
    const { email } = event.initiator;
    const initiator = { ...event.initiator, email: email ? random.pick(MAILBOXES) + email : null };
    const base = { ...event, id, eventTime, scope, context, initiator, producer };
    const whole = { ...base, ...change(base) };
    return {
      domain,
      key: Buffer.from(scope.id),
      value: encoderOf(domain, schemaIdOf(domain, this.version))(whole),
      facts: { id: uuidText(id), producer: this.producer, sequence },
      names: namingOf(whole),
    };
  }
}
