// Bytes: the wire format, and a walker that agrees with avsc on every honest message and refuses every dishonest one.
import avro from "avsc";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEADER_BYTES, compileType, messageEncoder, readWireHeader } from "./codec.ts";
import { readExamples } from "./contract/read-examples.ts";
import { domainSchemas } from "./generated/domain-schemas.js";
import { MalformedAvro, compileWalker } from "./walk.ts";

const membership = domainSchemas.membership ?? "null";
const type = compileType(membership);
const walk = compileWalker(membership);
const example = readExamples().find(({ event }) => event.eventName === "membership.member.add")?.event;
if (example === undefined) throw new Error("the example is gone");
const body = type.toBuffer(example);

describe("wire format", () => {
  test("a message is byte 0, the schema id, the body", () => {
    const message = messageEncoder(type, 0x01020304)(example);
    expect(message.subarray(0, HEADER_BYTES)).toEqual(Buffer.from([0, 1, 2, 3, 4]));
    expect(message.subarray(HEADER_BYTES)).toEqual(body);
    expect(readWireHeader(message)).toEqual({ schemaId: 0x01020304, body });
  });

  test("a message larger than the slab is the same message", () => {
    const small = messageEncoder(type, 7, 64);
    expect(small(example)).toEqual(messageEncoder(type, 7)(example));
    expect(small(example)).toEqual(messageEncoder(type, 7)(example));
  });

  test("texts of any length and script are written as avsc writes them, also at the end of the slab", () => {
    const plain = avro.Type.forSchema("string");
    for (const character of ["a", "ä", "語", "😀"]) {
      for (let length = 0; length < 140; length++) {
        const text = character.repeat(length);
        for (const slabBytes of [16, 200, 1_024])
          expect(messageEncoder(compileType("string"), 0, slabBytes)(text).subarray(HEADER_BYTES)).toEqual(
            plain.toBuffer(text),
          );
      }
    }
    expect(() => messageEncoder(compileType("string"), 0)(7)).toThrow("invalid");
    // avsc writes half a surrogate pair as bytes that are no UTF-8.
    expect(messageEncoder(compileType("string"), 0)("\ud800").subarray(HEADER_BYTES + 1)).toEqual(
      Buffer.from("\ufffd"),
    );
  });

  test.each([
    [null, "null-value"],
    [Buffer.from([0, 0, 0]), "too-short"],
    [Buffer.from([1, 0, 0, 0, 1, 9]), "guid-framing-not-supported"],
    [Buffer.from("{}      "), "not-registry-framed"],
  ])("%o is refused as %s", (value, refused) => {
    expect(readWireHeader(value)).toEqual({ refused });
  });
});

describe("walker", () => {
  test.each(readExamples())("ends where avsc ends: $file", ({ domain, event }) => {
    const schema = domainSchemas[domain] ?? "null";
    const bytes = compileType(schema).toBuffer(event);
    expect(compileWalker(schema)(bytes, 0)).toBe(bytes.length);
  });

  test("every shorter message is refused", () => {
    for (let length = 0; length < body.length; length++) {
      expect(() => walk(body.subarray(0, length), 0), `cut at ${length}`).toThrow(MalformedAvro);
    }
  });

  test("a count that no honest message has is refused before anything is built", () => {
    const list = {
      type: "record" as const,
      name: "List",
      fields: [{ name: "items", type: { type: "array" as const, items: "string" } }],
    };
    const twentyMillion = Buffer.from([0x80, 0xb4, 0x89, 0x13, 0x00]);
    expect(() => compileWalker(list)(twentyMillion, 0)).toThrow("more items announced than bytes are left");
  });

  test("whatever the bytes, it returns or refuses; what it passes, avsc decodes or refuses for a number beyond 2^53", () => {
    const mutated = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(body.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(body.length),
      )
      .map(([edits, length]) => {
        const bytes = Buffer.from(body.subarray(0, length === 0 ? body.length : length));
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        return bytes;
      });
    fc.assert(
      fc.property(mutated, (bytes) => {
        let end: number;
        try {
          end = walk(bytes, 0);
        } catch (cause) {
          expect(cause).toBeInstanceOf(MalformedAvro);
          return;
        }
        if (end !== bytes.length) return;
        try {
          type.fromBuffer(bytes);
        } catch (cause) {
          expect(String(cause)).toMatch(/potential precision loss/);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
