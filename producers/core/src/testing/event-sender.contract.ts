// What every EventSender promises, whatever stands behind it.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BatchRefused, type EventSender, type OutgoingMessage } from "../deliver/event-sender.ts";

export interface SenderSubject extends AsyncDisposable {
  sender: EventSender;
  /** A topic of several partitions that takes batches of at most 1 MiB. */
  topic: string;
  /** What a partition holds, in order. */
  stored: (topic: string, partition: number) => Promise<OutgoingMessage[]>;
}

const message = (key: string, text: string): OutgoingMessage => ({ key, value: Buffer.from(text) });

export function eventSenderContract(name: string, create: () => Promise<SenderSubject>): void {
  describe(`${name} keeps the contract of EventSender`, () => {
    it("places a key on the same partition every time, and keys on all partitions", async () => {
      await using subject = await create();
      const place = await subject.sender.placement(subject.topic);
      const keys = Array.from({ length: 100 }, () => randomUUID());
      expect(keys.map(place)).toEqual(keys.map(await subject.sender.placement(subject.topic)));
      expect(new Set(keys.map(place))).toEqual(new Set([0, 1, 2]));
    });

    it("places keys as Kafka's own clients do", async () => {
      await using subject = await create();
      const place = await subject.sender.placement(subject.topic);
      // murmur2 as in org.apache.kafka.common.utils.UtilsTest: "21" → -973932308, "foobar" → -790332482, modulo 3 partitions.
      expect(place("21")).toBe((-973932308 & 0x7fffffff) % 3);
      expect(place("foobar")).toBe((-790332482 & 0x7fffffff) % 3);
    });

    it("stores batches in order and answers with the offset of the first message", async () => {
      await using subject = await create();
      const { sender, topic } = subject;
      expect(await sender.send(topic, 1, [message("a", "1"), message("b", "2")])).toBe(0n);
      expect(await sender.send(topic, 1, [message("a", "3")])).toBe(2n);
      expect(await sender.send(topic, 2, [message("c", "4")])).toBe(0n);
      expect(await subject.stored(topic, 1)).toEqual([message("a", "1"), message("b", "2"), message("a", "3")]);
      expect(await subject.stored(topic, 2)).toEqual([message("c", "4")]);
    });

    it("keeps every byte of a message, also where the caller uses its buffer again", async () => {
      await using subject = await create();
      const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
      const value = Buffer.from(bytes);
      await subject.sender.send(subject.topic, 0, [{ key: "ä\u0000ß", value }]);
      value.fill(0);
      expect(await subject.stored(subject.topic, 0)).toEqual([{ key: "ä\u0000ß", value: bytes }]);
    });

    it("stores a batch of a thousand as one, in order", async () => {
      await using subject = await create();
      const batch = Array.from({ length: 1_000 }, (_, index) => message("a", String(index)));
      expect(await subject.sender.send(subject.topic, 0, batch)).toBe(0n);
      expect(await subject.sender.send(subject.topic, 0, [message("a", "next")])).toBe(1_000n);
      expect(await subject.stored(subject.topic, 0)).toEqual([...batch, message("a", "next")]);
    });

    it("refuses a batch that the broker will never take, stores nothing of it, and takes the next", async () => {
      await using subject = await create();
      const { sender, topic } = subject;
      const large = { key: "a", value: incompressible(1_200_000) };
      await expect(sender.send(topic, 0, [message("a", "1"), large])).rejects.toBeInstanceOf(BatchRefused);
      expect(await sender.send(topic, 0, [message("a", "2")])).toBe(0n);
      expect(await subject.stored(topic, 0)).toEqual([message("a", "2")]);
    });

    it("fails for a topic that does not exist, without refusing for good", async () => {
      await using subject = await create();
      const topic = `${subject.topic}-missing`;
      await expect(subject.sender.placement(topic)).rejects.not.toBeInstanceOf(BatchRefused);
      await expect(subject.sender.send(topic, 0, [message("a", "1")])).rejects.not.toBeInstanceOf(BatchRefused);
    });

    it("may be closed twice, and sends nothing afterwards", async () => {
      await using subject = await create();
      await subject.sender.close();
      await subject.sender.close();
      await expect(subject.sender.send(subject.topic, 0, [message("a", "1")])).rejects.toThrow("closed");
    });
  });
}

/** A multiplicative generator is random enough for zstd. */
function incompressible(bytes: number): Buffer {
  let seed = 1;
  return Buffer.alloc(bytes).map(() => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 0xff;
  }) as Buffer;
}
