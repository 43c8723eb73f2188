// The suite's own reader and rules: they agree with the codec that encodes, find each poison for what it is, and bent bytes never confuse them.
import { compileType, deadLetterTopic, HEADER_BYTES, topicOf } from "@audit-log/schemas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomOf } from "../random.ts";
import { readAvro } from "./avro-reading.ts";
import { allExamples, EventSource } from "./events.ts";
import { lz4Codec, snappyCodec, xxHash32 } from "./foreign-codecs.ts";
import { mutate } from "./mutate.ts";
import { PoisonCabinet } from "./poison.ts";
import { type RegistryDouble, registryDouble, schemaOf } from "./registry-double.ts";
import { verdictOn } from "./verdict.ts";

const PREFIX = "t";
let registry: RegistryDouble;
beforeAll(async () => {
  registry = await registryDouble();
});
afterAll(() => registry[Symbol.asyncDispose]());

const surroundings = () => ({ schemas: registry.schemas, prefix: PREFIX, now: Date.now() });
const newSource = (seed = 1) => new EventSource("p", randomOf(seed), Date.now());
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("every example is read as the codec reads it, and is an event", { timeout: 30_000 }, () => {
  const source = newSource();
  const types = new Map(allExamples().map(({ domain }) => [domain, schemaOf(domain)] as const));
  const codecs = new Map([...types].map(([domain, schema]) => [domain, compileType(schema)]));
  for (const example of allExamples()) {
    const { domain, value, facts } = source.next(() => ({}), [example]);
    const body = value.subarray(HEADER_BYTES);
    const { value: read, end, doubts } = readAvro(schemaOf(domain), body);
    expect([json(read), end, doubts.size]).toEqual([json(codecs.get(domain)?.fromBuffer(body)), body.length, 0]);
    expect(verdictOn(value, topicOf(domain, PREFIX), surroundings())).toMatchObject({ row: facts, reasons: undefined });
  }
});

test.each([1, 2, 3, 4])("each poison is found for what it is, seed %i", (seed) => {
  const cabinet = new PoisonCabinet(newSource(seed), registry, PREFIX);
  for (const { name, topic, value, expected } of [...cabinet.all(), ...cabinet.texts()]) {
    const verdict = verdictOn(value, topic, surroundings());
    const [reason] = Array.isArray(expected.reasons) ? expected.reasons : [];
    expect([name, verdict.row === undefined]).toEqual([name, expected.row === undefined]);
    if (typeof reason === "string") expect([name, verdict.reasons]).toEqual([name, expect.arrayContaining([reason])]);
  }
});

test("5,000 bent events: each has a verdict, and all kinds of verdict occur", { timeout: 30_000 }, () => {
  const random = randomOf(7);
  const source = newSource();
  const seen = new Map<string, number>();
  for (let n = 0; n < 5_000; n++) {
    const { domain, value } = source.next();
    const { row, reasons, invalidUtf8 } = verdictOn(mutate(value, random), topicOf(domain, PREFIX), surroundings());
    if (row === undefined && reasons === undefined) expect.unreachable("it is either a row or refused");
    const kind = invalidUtf8 ? "invalid UTF-8" : row === undefined ? String(reasons) : "row";
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  expect([...seen.keys()]).toEqual(
    expect.arrayContaining(["row", "invalid UTF-8", "malformed-avro", "unknown-schema-id", "not-registry-framed"]),
  );
  expect(seen.get("row")).toBeGreaterThan(100);
});

test("a dead-letter topic is no event topic", () => {
  const { value } = newSource().next();
  expect(verdictOn(value, deadLetterTopic(PREFIX), surroundings()).reasons).toEqual(["domain-mismatch"]);
});

test("snappy and LZ4 unpack to what was packed", async () => {
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
  for (const codec of [snappyCodec, lz4Codec])
    expect((await codec.unpack(await codec.pack(bytes))).equals(bytes)).toBe(true);
  // Of the reference implementation's own self-test: no bytes, seed 0.
  expect(xxHash32(Buffer.alloc(0))).toBe(0x02cc5d05);
});
