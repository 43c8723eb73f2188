// What every place for dead letters keeps, in memory or real: the promises of DeadLetters in ../ports.ts, each as a test.
import { describe, expect, test } from "vitest";
import type { DeadLetters } from "../ports.ts";
import type { FetchedRecord, Refused } from "../record.ts";

/** A dead letter as it is read back. */
export interface ReadLetter {
  topic: string;
  partition: number;
  offset: number;
  timestamp: number;
  reason: string;
  message: string;
  schemaId: number | undefined;
  isBatch: boolean;
  key: Buffer | null;
  value: Buffer | null;
  /** As text. */
  headers: Record<string, string>;
}

export interface DeadLettersUnderTest {
  deadLetters: DeadLetters;
  /** Everything that is there, in whatever order. */
  read: () => Promise<ReadLetter[]>;
}

const BINARY = Buffer.from([0, 1, 2, 0xff, 0xfe]);
const LARGEST_BYTES = 1_048_000;

/** `open` is asked once per test; topics of the records are new in each. */
export function deadLettersContract(name: string, open: () => DeadLettersUnderTest): void {
  let topics = 0;
  const newTopic = () => `contract-${Date.now().toString(36)}-${++topics}`;

  describe(`${name} keeps dead letters`, () => {
    test("nothing comes of nothing", async () => {
      const { deadLetters, read } = open();
      const before = (await read()).length;
      await deadLetters.send([]);
      expect(await read()).toHaveLength(before);
    });

    test("a letter has the original's bytes, where it was and why it was refused", async () => {
      const { deadLetters, read } = open();
      const topic = newTopic();
      const full = refused(topic, 1, { key: BINARY, value: BINARY, headers: { trace: Buffer.from("abc") } });
      const bare = refused(topic, 2, { key: null, value: null });
      await deadLetters.send([{ ...full, schemaId: 7, message: "ü\n💥" }, bare]);
      expect(await lettersOf(topic, read)).toEqual([
        { ...letter(topic, 1), key: BINARY, value: BINARY, headers: { trace: "abc" }, schemaId: 7, message: "ü\n💥" },
        { ...letter(topic, 2), key: null, value: null },
      ]);
    });

    test("a letter of a whole record batch says so", async () => {
      const { deadLetters, read } = open();
      const topic = newTopic();
      await deadLetters.send([{ ...refused(topic, 1), unit: "record-batch", reason: "unreadable-record-batch" }]);
      expect(await lettersOf(topic, read)).toEqual([
        { ...letter(topic, 1), isBatch: true, reason: "unreadable-record-batch" },
      ]);
    });

    test("each is there when it is sent, also many and large ones, and none is dropped as a repetition", async () => {
      const { deadLetters, read } = open();
      const topic = newTopic();
      const large = [0, 1, 2].map((offset) => refused(topic, offset, { value: Buffer.alloc(LARGEST_BYTES, offset) }));
      const many = Array.from({ length: 1_000 }, (_, index) => refused(topic, 3 + index));
      await deadLetters.send([...large, ...many]);
      await deadLetters.send(many.slice(0, 1));
      const letters = await lettersOf(topic, read);
      expect(letters.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, ...many.map(({ record }) => record.offset)]);
      for (const [index, { value }] of letters.slice(0, 3).entries())
        expect(value?.equals(Buffer.alloc(LARGEST_BYTES, index))).toBe(true);
    });

    test("a letter does not change with the memory that it was sent from", async () => {
      const { deadLetters, read } = open();
      const topic = newTopic();
      const [key, value] = [Buffer.from("key"), Buffer.from("value")];
      await deadLetters.send([refused(topic, 1, { key, value })]);
      for (const bytes of [key, value]) bytes.fill(0);
      expect(await lettersOf(topic, read)).toMatchObject([{ key: Buffer.from("key"), value: Buffer.from("value") }]);
    });
  });
}

const TIMESTAMP = Date.parse("2026-11-20T12:00:00Z");

const refused = (topic: string, offset: number, change: Partial<FetchedRecord> = {}): Refused => ({
  record: { topic, partition: 3, offset, timestamp: TIMESTAMP, key: null, value: null, headers: {}, ...change },
  reason: "malformed-avro",
  message: "it ends too early",
  schemaId: undefined,
});

const letter = (topic: string, offset: number): ReadLetter => ({
  topic,
  partition: 3,
  offset,
  timestamp: TIMESTAMP,
  reason: "malformed-avro",
  message: "it ends too early",
  schemaId: undefined,
  isBatch: false,
  key: null,
  value: null,
  headers: {},
});

/** By offset. */
const lettersOf = async (topic: string, read: () => Promise<ReadLetter[]>): Promise<ReadLetter[]> =>
  (await read()).filter((one) => one.topic === topic).sort((one, other) => one.offset - other.offset);
