// Messages that are wrong in one way each, with what must become of them. Made from one good event whose bytes are replaced field by field.
import {
  DAY_MS,
  type DomainName,
  FUTURE_TOLERANCE_MS,
  MAX_EVENT_BYTES,
  RETENTION_MS,
  topicOf,
} from "@audit-log/schemas";
import { readAvro } from "./avro-reading.ts";
import { allExamples, encoderOf, type EventSource } from "./events.ts";
import type { Expected } from "./ledger.ts";
import {
  FOREIGN_ID,
  NESTING_DOMAIN,
  NESTING_ID,
  NEWER_ID,
  type RegistryDouble,
  schemaIdOf,
} from "./registry-double.ts";
import { MALFORMED, MALFORMED_TEXT, verdictOn } from "./verdict.ts";

export interface Poison {
  name: string;
  topic: string;
  value: Buffer | null;
  expected: Expected;
  headers?: Record<string, string>;
}

const DOMAIN: DomainName = NESTING_DOMAIN;
/** With its key and headers it just fits into a topic: the dead letter is larger. */
const LARGEST_MESSAGE_BYTES = 1_048_300;
/** Zigzag varints. */
const MINUS_ONE = Buffer.from([0x01]);
const TWENTY_MILLION = Buffer.from([0x80, 0xb4, 0x89, 0x13, 0x00]);
const LONG_MIN = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
const ELEVEN_BYTES = Buffer.from([...Array<number>(10).fill(0xff), 0x01]);

export class PoisonCabinet {
  readonly #source: EventSource;
  readonly #registry: RegistryDouble;
  readonly #prefix: string;
  readonly #topic: string;

  constructor(source: EventSource, registry: RegistryDouble, prefix: string) {
    this.#source = source;
    this.#registry = registry;
    this.#prefix = prefix;
    this.#topic = topicOf(DOMAIN, prefix);
  }

  /** All but `texts`. */
  all(): Poison[] {
    return [...this.#framing(), ...this.#avro(), ...this.#rules(), ...this.#good()];
  }

  /** Texts that are not UTF-8, in fields of every kind. */
  texts(): Poison[] {
    const bad = [Buffer.from([4, 0xc3, 0x28]), Buffer.from([6, 0xed, 0xa0, 0x80]), Buffer.from([2, 0xff])];
    const fields = ["eventName", "scope.id", "initiator.id", "resource.name", "producer.id", "userAgent"];
    const mayBeNull = ["resource.name", "userAgent"];
    return fields.flatMap((field) =>
      bad.map((text, index) => {
        const value = this.#patched(field, mayBeNull.includes(field) ? Buffer.concat([Buffer.from([2]), text]) : text);
        return this.#poison(`invalid UTF-8 (${index + 1}) in ${field}`, value, MALFORMED_TEXT);
      }),
    );
  }

  #framing(): Poison[] {
    const good = this.#event();
    const id = Buffer.alloc(16, 7);
    return [
      this.#poison("null value", null, ["null-value"]),
      this.#poison("empty value", Buffer.alloc(0), ["too-short"]),
      this.#poison("four bytes", good.subarray(0, 4), ["too-short"]),
      this.#poison("header only", good.subarray(0, 5), MALFORMED),
      this.#poison("foreign text", Buffer.from("hello, is this the audit log?"), ["not-registry-framed"]),
      this.#poison("foreign JSON", Buffer.from(JSON.stringify({ id: 1 })), ["not-registry-framed"]),
      this.#poison("GUID framing", Buffer.concat([Buffer.from([1]), id, good.subarray(5)]), [
        "guid-framing-not-supported",
      ]),
      this.#poison("unknown schema id", withId(good, 0x7f00_0001), ["unknown-schema-id"]),
      this.#poison("negative schema id", withId(good, -5), ["unknown-schema-id"]),
      this.#poison("schema that is no event's", withId(good, FOREIGN_ID), ["not-an-event-schema"]),
      this.#poison("over-size", Buffer.concat([good.subarray(0, 5), Buffer.alloc(LARGEST_MESSAGE_BYTES)]), [
        "too-large",
      ]),
      this.#poison("one byte too large", this.#sized(MAX_EVENT_BYTES + 1), ["too-large"]),
      {
        ...this.#poison("spoofed headers", null, ["null-value"]),
        headers: { "audit-reason": "none", "audit-offset": "7" },
      },
    ];
  }

  #avro(): Poison[] {
    const good = this.#event();
    const bad = (name: string, value: Buffer): Poison => this.#poison(name, value, MALFORMED);
    return [
      bad("truncated", good.subarray(0, good.length - 1)),
      bad("truncated to a half", good.subarray(0, good.length >> 1)),
      bad("trailing byte", Buffer.concat([good, Buffer.alloc(1)])),
      bad("two events in one", Buffer.concat([good, good.subarray(5)])),
      bad("array that claims 20 million elements", this.#patched("delegation", TWENTY_MILLION)),
      bad("map that claims 20 million elements", this.#patched("request.headers", TWENTY_MILLION)),
      bad("array of fewer than no elements", this.#patched("delegation", LONG_MIN)),
      bad("list of truncations that claims 20 million", this.#patched("truncations", TWENTY_MILLION)),
      bad("negative length", this.#patched("eventName", MINUS_ONE)),
      bad("length beyond the end", this.#patched("eventName", TWENTY_MILLION)),
      bad("smallest length", this.#patched("scope.id", LONG_MIN)),
      bad("number of eleven bytes", this.#patched("eventTime", ELEVEN_BYTES)),
      bad("symbol that does not exist", this.#patched("eventType", Buffer.from([20]))),
      bad("branch that does not exist", this.#patched("userAgent", Buffer.from([20]))),
      bad("negative branch", this.#patched("userAgent", MINUS_ONE)),
      bad("nested 10,000 deep", this.#nested(10_000)),
    ];
  }

  #rules(): Poison[] {
    const now = Date.now();
    const other = allExamples().find(({ domain }) => domain !== DOMAIN);
    const foreign =
      other === undefined ? this.#event() : encoderOf(other.domain, schemaIdOf(other.domain))(other.event);
    return [
      this.#poison("too old", this.#event({ eventTime: now - RETENTION_MS - DAY_MS }), ["time-before-retention"]),
      this.#poison("1970", this.#event({ eventTime: 0 }), ["time-before-retention"]),
      this.#poison("in the future", this.#event({ eventTime: now + FUTURE_TOLERANCE_MS + DAY_MS }), [
        "time-in-the-future",
      ]),
      this.#poison("year 9999", this.#event({ eventTime: 253_402_300_799_000 }), ["time-in-the-future"]),
      this.#poison("no scope", this.#patched("scope.id", Buffer.from([0])), ["empty-identifier"]),
      this.#poison("another domain's event", foreign, verdictOn(foreign, this.#topic, this.#surroundings()).reasons),
    ];
  }

  /** Strange, and none the less events. */
  #good(): Poison[] {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    return [
      this.#asItIs("largest event", this.#sized(MAX_EVENT_BYTES)),
      this.#asItIs("JSON nested 20,000 deep", this.#event({ request: { endpoint: "/", body: deep } })),
      this.#asItIs("texts of every plane", this.#event({ userAgent: '\0 é 漢 😀 \u2028 \ufffd \\ " \n' })),
      this.#asItIs("nested 10 deep", this.#nested(10)),
      this.#asItIs("newer envelope", withId(Buffer.concat([this.#event(), Buffer.from([0])]), NEWER_ID)),
    ];
  }

  #poison(name: string, value: Buffer | null, reasons: Expected["reasons"]): Poison {
    return { name, topic: this.#topic, value, expected: { reasons } };
  }

  #asItIs(name: string, value: Buffer): Poison {
    return { name, topic: this.#topic, value, expected: verdictOn(value, this.#topic, this.#surroundings()) };
  }

  #surroundings() {
    return { schemas: this.#registry.schemas, prefix: this.#prefix, now: Date.now() };
  }

  /** Always of the same example, so that sizes can be reckoned with. */
  #event(change: object = {}): Buffer {
    const example = allExamples().find(({ domain, event }) => domain === DOMAIN && event.request !== null);
    if (example === undefined) throw new Error(`there is no example of ${DOMAIN}`);
    const { initiator } = example.event;
    return this.#source.next(() => ({ initiator, ...change }), [example]).value;
  }

  /** An event of exactly so many bytes. */
  #sized(bytes: number): Buffer {
    const of = (length: number): Buffer => this.#event({ request: { endpoint: "/", body: "x".repeat(length) } });
    const room = bytes - 1_000;
    return of(room + bytes - of(room).length);
  }

  #nested(depth: number): Buffer {
    const value = this.#event();
    const [start] = this.#fieldAt(value, "details");
    const nest = [0, ...Array<number>(depth - 1).fill(2), 0];
    return withId(Buffer.concat([value.subarray(0, start + 5), Buffer.from(nest)]), NESTING_ID);
  }

  #patched(path: string, bytes: Buffer): Buffer {
    const value = this.#event();
    const [start, end] = this.#fieldAt(value, path);
    return Buffer.concat([value.subarray(0, start + 5), bytes, value.subarray(end + 5)]);
  }

  #fieldAt(value: Buffer, path: string): readonly [number, number] {
    const schema = this.#registry.schemas.get(value.readInt32BE(1));
    const at = schema === undefined ? undefined : readAvro(schema, value.subarray(5)).fields.get(path);
    if (at === undefined) throw new Error(`an event has no ${path}`);
    return at;
  }
}

function withId(value: Buffer, id: number): Buffer {
  const other = Buffer.from(value);
  other.writeInt32BE(id, 1);
  return other;
}
