// The fast path and the slow one give the same rows for random events of every schema, and refuse the same bytes for the same reason.
import {
  type AvroRecord,
  compileType,
  detailRecords,
  type DomainName,
  domainSchemas,
  messageEncoder,
  topicOf,
  type WriterSchema,
  writerSchemaOf,
} from "@audit-log/schemas";
import { readExamples } from "@audit-log/schemas/examples";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { example, NOW, rawRecord, recordOf, testEnricher } from "../testing/index.ts";
import { eventOf, text } from "../testing/random-events.ts";
import { readBlock } from "../testing/read-block.ts";
import { recordBatchOf } from "../testing/record-batches.ts";
import type { Enricher } from "../ports.ts";
import { decoderOf } from "../stages/decoder.ts";
import type { Reading } from "../stages/decoders.ts";
import { TEXT_PATHS } from "./fields.ts";
import { nativeFrame } from "./native-frame.ts";
import { compileProgram } from "./program.ts";
import { eventReader } from "./read-event.ts";
import { Transcoder } from "./transcoder.ts";

const SEED = 2_111_983;
const moment = { now: NOW, prefix: "audit" };
const domains = Object.entries(domainSchemas) as [DomainName, AvroRecord][];

class Path {
  readonly #transcoder: Transcoder;
  readonly #reading: Reading;

  constructor(reading: Reading, enricher: Enricher) {
    this.#transcoder = new Transcoder(enricher);
    this.#reading = reading;
  }

  /** What becomes of the values: rows, and reasons by offset. */
  read(topic: string, values: readonly Buffer[]) {
    const transcoder = this.#transcoder;
    transcoder.block.clear();
    const opened = transcoder.open(recordBatchOf(values.map((value, offset) => rawRecord(topic, offset, value))));
    if ("fault" in opened) throw new Error(opened.fault);
    const { refused } = transcoder.append(opened.batch, () => this.#reading, undefined, moment);
    return {
      rows: readBlock(nativeFrame(transcoder.block)).toSorted(
        (a, b) => Number(a["kafka_offset"]) - Number(b["kafka_offset"]),
      ),
      refused: refused.map(({ record, reason }) => ({ offset: record.offset, reason })),
    };
  }
}

function bothPathsOf(writer: WriterSchema, enricher: Enricher = testEnricher) {
  const fast = new Path({ fast: eventReader(compileProgram(writer.schema)) }, enricher);
  const slow = new Path({ slow: decoderOf(writer) }, enricher);
  return (topic: string, values: readonly Buffer[]) => ({
    fast: fast.read(topic, values),
    slow: slow.read(topic, values),
  });
}

/** What the rules accept: an event that they refuse says little about the paths. */
const accepted = {
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => {
    const id = Buffer.from(bytes);
    id[6] = 0x70 | (id.readUInt8(6) & 0x0f);
    id[8] = 0x80 | (id.readUInt8(8) & 0x3f);
    return id;
  }),
  eventTime: fc.integer({ min: NOW - 1e9, max: NOW }),
  eventName: text.filter((name) => name !== ""),
  scope: fc.record({ type: fc.constant("PROJECT"), id: text.filter((id) => id !== "") }),
  context: fc.record({ organizationId: fc.option(text), folderId: fc.option(text), projectId: fc.constant(null) }),
  producer: fc.record({ id: text, sequence: fc.nat() }),
};

it.each([
  [null, null, "PROJECT abcde", "above abcde"],
  ["PROJECT abcde", null, "PROJECT abcde", "above abcde"],
  ["another", null, "another", ""],
  ["another", "folder", "another", "folder"],
  [null, "folder", "PROJECT abcde", "folder"],
])(
  "organization %s and folder %s of the producer, and what is known of the scope",
  (organizationId, folderId, ...places) => {
    const type = compileType(domainSchemas["membership"] ?? "null");
    const scope = { type: "PROJECT" as const, id: "abcde" };
    const context = { organizationId, folderId, projectId: null };
    const value = recordOf(example("membership.member.add"), 0, { scope, context }).value ?? Buffer.alloc(0);
    const { fast, slow } = bothPathsOf(writerSchemaOf(1, type))(topicOf("membership"), [value]);
    expect(fast).toEqual(slow);
    expect(fast.rows.map((row) => [row["organization_id"], row["folder_id"]])).toEqual([places]);
  },
);

const MARK = "a text that no other has";

describe("an event of membership", () => {
  const type = compileType(domainSchemas["membership"] ?? "null");
  const encode = messageEncoder(type, 1);
  const read = bothPathsOf(writerSchemaOf(1, type));
  const topic = topicOf("membership");
  const { event } = example("membership.member.add");
  const good = encode(event);
  const [name = ""] = Object.keys(event.details);

  // FF and FE hold the parts of an entry apart: no text can have them.
  it.each([
    ...TEXT_PATHS.map((path) => [path, withLeaf(event, path, MARK)] as const),
    ["delegation", { ...event, delegation: [{ id: MARK, email: null }] }] as const,
    ["request.headers", withLeaf(event, "request.headers", { [MARK]: "" })] as const,
    ["truncations", { ...event, truncations: [{ part: MARK, originalBytes: 1 }] }] as const,
    ["details", { ...event, details: { [name]: { members: [{ subject: MARK, role: "" }] } } }] as const,
  ])("whose %s has a byte FF or FE is refused, and those beside it are not", (_path, marked) => {
    for (const byte of [0xff, 0xfe]) {
      const bad = encode(marked);
      bad[bad.indexOf(MARK)] = byte;
      const { fast, slow } = read(topic, [good, bad, good]);
      expect(fast.refused).toEqual([{ offset: 1, reason: "malformed-text" }]);
      expect(fast).toEqual(slow);
      expect(fast.rows).toHaveLength(2);
    }
  });

  it("has room in an entry for words that are longer than all its texts", () => {
    const networkOperator = "x".repeat(100_000);
    const paths = bothPathsOf(writerSchemaOf(1, type), {
      ...testEnricher,
      location: () => ({ country: "", networkOperator }),
    });
    const { fast, slow } = paths(topic, [good, good, good]);
    expect(fast).toEqual(slow);
    expect(fast.rows.map((row) => row["network_operator"] === networkOperator)).toEqual([true, true, true]);
  });

  it("may be megabytes as an entry", () => {
    const delegation = Array.from({ length: 120_000 }, () => ({ id: "", email: null }));
    const { fast, slow } = read(topic, [encode({ ...event, delegation }), good]);
    expect(fast).toEqual(slow);
    expect(fast.rows.map((row) => row["delegation"])).toEqual([delegation, null]);
  });
});

/** A copy in which the leaf is this. */
function withLeaf(value: object, path: string, leaf: unknown): object {
  const [name = "", ...rest] = path.split(".");
  const inner: unknown = Reflect.get(value, name);
  return { ...value, [name]: rest.length === 0 ? leaf : withLeaf(Object(inner), rest.join("."), leaf) };
}

/** Thousands of events through two decoders: seconds where the machine is busy. */
const timeout = 60_000;

describe.each(domains)("%s", { timeout }, (domain, schema) => {
  const type = compileType(schema);
  const encode = messageEncoder(type, 1);
  const read = bothPathsOf(writerSchemaOf(1, type));
  const topic = topicOf(domain);

  it("random events of every kind become the same rows", () => {
    for (const details of detailRecords(schema)) {
      const events = fc.sample(eventOf(schema, details, accepted), { numRuns: 12, seed: SEED });
      const { fast, slow } = read(topic, events.map(encode));
      expect(fast, details.name).toEqual(slow);
      expect(fast.rows, details.name).toHaveLength(events.length);
    }
  });

  it("its examples become rows, none is refused", () => {
    const values = readExamples()
      .filter((one) => one.domain === domain)
      .map((one, offset) => recordOf(one, offset).value ?? Buffer.alloc(0));
    const { fast, slow } = read(topic, values);
    expect(fast).toEqual(slow);
    expect(fast.refused).toEqual([]);
    expect(fast.rows).toHaveLength(values.length);
  });

  it("what is bent, cut or stuffed is refused for the same reason, or is the same row", () => {
    const originals = readExamples()
      .filter((one) => one.domain === domain)
      .map((one) => recordOf(one, 0).value ?? Buffer.alloc(0));
    const mutated = fc.constantFrom(...originals).chain(mutationOf);
    const values = fc.sample(mutated, { numRuns: 4_000, seed: SEED });
    const { fast, slow } = read(topic, values);
    expect(fast.refused).toEqual(slow.refused);
    expect(fast.rows).toEqual(slow.rows);
    expect(new Set(fast.refused.map(({ reason }) => reason)).size).toBeGreaterThan(2);
  });
});

/** Behind the frame: the schema id stays what it is. */
const mutationOf = (value: Buffer) =>
  fc
    .tuple(
      fc.constantFrom("flip", "set", "cut", "insert", "remove"),
      fc.integer({ min: 5, max: value.length - 1 }),
      fc.nat(255),
    )
    .map(([how, at, byte]) => {
      const bent = Buffer.from(value);
      switch (how) {
        case "flip":
          bent[at] = bent.readUInt8(at) ^ (1 << (byte % 8));
          return bent;
        case "set":
          bent[at] = byte;
          return bent;
        case "cut":
          return bent.subarray(0, at);
        case "insert":
          return Buffer.concat([bent.subarray(0, at), Buffer.from([byte]), bent.subarray(at)]);
        default:
          return Buffer.concat([bent.subarray(0, at), bent.subarray(at + 1 + (byte % 3))]);
      }
    });
