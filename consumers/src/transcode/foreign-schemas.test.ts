// Schemas and bytes that nobody of ours wrote: another notation is resolved, anything else is refused with a reason, nothing is thrown.
// Both paths where the schema has a fast one.
import {
  RegistryAway,
  UnknownSchema,
  UnusableSchema,
  compileType,
  domainSchemas,
  messageEncoder,
  topicOf,
  writerSchemaOf,
  type AvroField,
  type AvroRecord,
  type Registry,
} from "@audit-log/schemas";
import { describe, expect, test } from "vitest";
import { MemoryStore } from "../adapters/memory.ts";
import { createDecoders } from "../stages/decoders.ts";
import { storedOffsets } from "../stages/stored-offsets.ts";
import { batchOf, example, NOW, rawRecord, silentObserver, testEnricher } from "../testing/index.ts";
import { readBlock } from "../testing/read-block.ts";
import { transcode } from "./transcode.ts";
import { Transcoder } from "./transcoder.ts";

const { event } = example("membership.member.add");
const membership: AvroRecord = domainSchemas.membership ?? { type: "record", name: "Missing", fields: [] };
const SCHEMA_ID = 7;

const registryOf = (answer: () => AvroRecord): Registry => ({
  publish: () => Promise.reject(new Error("not in a test")),
  idOf: () => Promise.reject(new Error("not in a test")),
  writerSchema: async (id) => writerSchemaOf(id, compileType(answer())),
});

const withField = (name: string, change: (field: AvroField) => AvroField): AvroRecord => ({
  ...membership,
  fields: membership.fields.map((field) => (field.name === name ? change(field) : field)),
});

async function decode(schema: AvroRecord, body: Buffer) {
  const header = Buffer.alloc(5);
  header.writeInt32BE(SCHEMA_ID, 1);
  return read(
    registryOf(() => schema),
    Buffer.concat([header, body]),
  );
}

async function read(registry: Registry, value: Buffer) {
  const slow: number[] = [];
  const decoders = createDecoders(registry, { ...silentObserver, readSlowly: (id) => slow.push(id) });
  const batch = batchOf([rawRecord(topicOf("membership"), 1, value)]);
  const stored = storedOffsets([], new MemoryStore());
  const { block, refused } = await transcode(batch, new Transcoder(testEnricher), {
    decoders,
    stored,
    now: NOW,
    prefix: "audit",
  });
  return { row: block && readBlock(block.parts)[0], refused, isSlow: slow.length > 0 };
}

const MAP_FIELD: AvroField = { name: "more", type: { type: "map", values: "int" } };

const encode = (schema: AvroRecord, value: object): Buffer =>
  messageEncoder(compileType(schema), SCHEMA_ID)(value).subarray(5);

describe("another envelope of the same meaning is resolved into ours", () => {
  test.each([
    [
      "the null of a union stands last",
      withField("userAgent", (field) => ({ name: field.name, type: ["string", "null"] })),
      false,
    ],
    ["a field is never null", withField("userAgent", (field) => ({ name: field.name, type: "string" })), false],
    [
      "an optional field is missing",
      { ...membership, fields: membership.fields.filter(({ name }) => name !== "traceparent") },
      false,
    ],
    ["a field that we do not know", { ...membership, fields: [MAP_FIELD, ...membership.fields] }, false],
    [
      "a text where another type of the same bytes was",
      withField("userAgent", (field) => ({ ...field, type: ["null", "bytes"] })),
      true,
    ],
  ])("%s", async (_what, schema, isSlow) => {
    const result = await decode(
      schema,
      encode(schema, {
        ...event,
        eventTime: NOW,
        more: { a: 1, ä: 2 },
        userAgent: schema.fields.some(({ type }) => Array.isArray(type) && type[0] === "string")
          ? { string: "cli" }
          : isSlow
            ? Buffer.from("cli")
            : "cli",
      }),
    );
    expect(result).toMatchObject({ refused: [], isSlow, row: { user_agent: "cli", event_name: event.eventName } });
  });
});

describe("refused", () => {
  test("an envelope that cannot be resolved", async () => {
    const schema = withField("scope", (field) => ({ ...field, type: "string" }));
    const result = await decode(schema, encode(schema, { ...event, scope: "p" }));
    expect(result).toMatchObject({ row: undefined, refused: [{ reason: "not-an-event-schema" }] });
  });

  test("a schema that is no Avro", async () => {
    const registry: Registry = {
      ...registryOf(() => membership),
      writerSchema: () => Promise.reject(new UnusableSchema("schema 7 is not Avro")),
    };
    const result = await read(registry, Buffer.from([0, 0, 0, 0, 7, 1]));
    expect(result).toMatchObject({
      row: undefined,
      refused: [{ reason: "not-an-event-schema", message: expect.stringContaining("is not Avro") }],
    });
  });

  test("an int of more than 32 bits", async () => {
    const wide = withField("outcome", () => ({
      name: "outcome",
      type: {
        type: "record",
        name: "Outcome",
        namespace: "audit",
        fields: [
          {
            name: "result",
            type: {
              type: "enum",
              name: "OutcomeResult",
              symbols: ["SUCCESS", "FAILURE", "DENIED"],
              default: "SUCCESS",
            },
          },
          { name: "statusCode", type: ["null", "long"], default: null },
          { name: "message", type: ["null", "string"], default: null },
        ],
      },
    }));
    const body = encode(wide, { ...event, outcome: { result: "SUCCESS", statusCode: 2 ** 33, message: null } });
    expect(await decode(membership, body)).toMatchObject({ row: undefined, refused: [{ reason: "malformed-avro" }] });
  });

  test("millions of items without a byte, announced in a few", async () => {
    const empty: AvroRecord = { type: "record", name: "Nothing", namespace: "audit.membership", fields: [] };
    const schema: AvroRecord = {
      ...membership,
      fields: [...membership.fields, { name: "extra", type: { type: "array", items: empty } }],
    };
    const body = encode(schema, { ...event, extra: [] });
    const bomb = Buffer.concat([body.subarray(0, -1), Buffer.from([0x80, 0x02]), Buffer.alloc(200)]);
    expect(await decode(schema, bomb)).toMatchObject({ row: undefined, refused: [{ reason: "malformed-avro" }] });
  });

  test("values that nest without end", async () => {
    const list: AvroRecord = {
      type: "record",
      name: "List",
      namespace: "audit.membership",
      fields: [{ name: "next", type: ["null", "audit.membership.List"] }],
    };
    const schema: AvroRecord = { ...membership, fields: [...membership.fields, { name: "extra", type: list }] };
    const body = encode(schema, { ...event, extra: { next: null } });
    const deep = Buffer.concat([body.subarray(0, -1), Buffer.alloc(200_000, 2), Buffer.from([0])]);
    expect(await decode(schema, deep)).toMatchObject({ row: undefined, refused: [{ reason: "malformed-avro" }] });
  });
});

test("a registry that is away decides nothing: it is asked until it answers", async () => {
  let asked = 0;
  const registry: Registry = {
    ...registryOf(() => membership),
    writerSchema: async (id) => {
      if (++asked < 3) throw new RegistryAway("the registry does not answer");
      return writerSchemaOf(id, compileType(membership));
    },
  };
  const body = encode(membership, { ...event, eventTime: NOW });
  const result = await read(registry, Buffer.concat([Buffer.from([0, 0, 0, 0, SCHEMA_ID]), body]));
  expect(result).toMatchObject({ refused: [], row: { event_name: event.eventName } });
  expect(asked).toBe(3);
});

test("a schema that nobody knows may be known with the next batch", async () => {
  let isRegistered = false;
  const registry: Registry = {
    ...registryOf(() => membership),
    writerSchema: async (id) => {
      if (!isRegistered) throw new UnknownSchema("schema id 7 is not registered");
      return writerSchemaOf(id, compileType(membership));
    },
  };
  const decoders = createDecoders(registry, silentObserver);
  const value = Buffer.concat([Buffer.from([0, 0, 0, 0, SCHEMA_ID]), encode(membership, { ...event, eventTime: NOW })]);
  const batch = batchOf([rawRecord(topicOf("membership"), 1, value)]);
  const options = { decoders, stored: storedOffsets([], new MemoryStore()), now: NOW, prefix: "audit" };
  expect(await transcode(batch, new Transcoder(testEnricher), options)).toMatchObject({
    refused: [{ reason: "unknown-schema-id" }],
  });
  isRegistered = true;
  expect((await transcode(batch, new Transcoder(testEnricher), options)).refused).toEqual([]);
});
