// Schemas and bytes that nobody of ours wrote: another notation is resolved, anything else is refused with a reason, nothing is thrown.
import {
  RegistryAway,
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
import { example, rawRecord } from "../testing.ts";
import { createDecode } from "./decode.ts";

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

function decode(schema: AvroRecord, body: Buffer) {
  const header = Buffer.alloc(5);
  header.writeInt32BE(SCHEMA_ID, 1);
  return createDecode(registryOf(() => schema))(rawRecord(topicOf("membership"), 1, Buffer.concat([header, body])));
}

const encode = (schema: AvroRecord, value: object): Buffer =>
  messageEncoder(compileType(schema), SCHEMA_ID)(value).subarray(5);

describe("another envelope of the same meaning is resolved into ours", () => {
  test.each([
    [
      "the null of a union stands last",
      withField("userAgent", (field) => ({ name: field.name, type: ["string", "null"] })),
    ],
    ["a field is never null", withField("userAgent", (field) => ({ name: field.name, type: "string" }))],
    [
      "an optional field is missing",
      { ...membership, fields: membership.fields.filter(({ name }) => name !== "traceparent") },
    ],
  ])("%s", async (_what, schema) => {
    const result = await decode(
      schema,
      encode(schema, {
        ...event,
        userAgent: schema.fields.some(({ type }) => Array.isArray(type) && type[0] === "string")
          ? { string: "cli" }
          : "cli",
      }),
    );
    expect(result).toMatchObject({ ok: true, decoded: { event: { userAgent: "cli", eventName: event.eventName } } });
  });
});

describe("refused", () => {
  test("an envelope that cannot be resolved", async () => {
    const schema = withField("scope", (field) => ({ ...field, type: "string" }));
    const result = await decode(schema, encode(schema, { ...event, scope: "p" }));
    expect(result).toMatchObject({ ok: false, refused: { reason: "not-an-event-schema" } });
  });

  test("a schema that is no Avro", async () => {
    const registry: Registry = {
      ...registryOf(() => membership),
      writerSchema: () => Promise.reject(new UnusableSchema("schema 7 is not Avro")),
    };
    const result = await createDecode(registry)(rawRecord(topicOf("membership"), 1, Buffer.from([0, 0, 0, 0, 7, 1])));
    expect(result).toMatchObject({
      ok: false,
      refused: { reason: "not-an-event-schema", message: expect.stringContaining("is not Avro") },
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
    expect(await decode(membership, body)).toMatchObject({ ok: false, refused: { reason: "malformed-avro" } });
  });

  test("millions of items without a byte, announced in a few", async () => {
    const empty: AvroRecord = { type: "record", name: "Nothing", namespace: "audit.membership", fields: [] };
    const schema: AvroRecord = {
      ...membership,
      fields: [...membership.fields, { name: "extra", type: { type: "array", items: empty } }],
    };
    const body = encode(schema, { ...event, extra: [] });
    const bomb = Buffer.concat([body.subarray(0, -1), Buffer.from([0x80, 0x02]), Buffer.alloc(200)]);
    expect(await decode(schema, bomb)).toMatchObject({ ok: false, refused: { reason: "malformed-avro" } });
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
    expect(await decode(schema, deep)).toMatchObject({ ok: false, refused: { reason: "malformed-avro" } });
  });
});

test("a registry that is away decides nothing", async () => {
  const registry: Registry = {
    ...registryOf(() => membership),
    writerSchema: () => Promise.reject(new RegistryAway("the registry does not answer")),
  };
  const record = rawRecord(topicOf("membership"), 1, Buffer.from([0, 0, 0, 0, 7, 1]));
  await expect(Promise.resolve(createDecode(registry)(record))).rejects.toThrow("does not answer");
});
