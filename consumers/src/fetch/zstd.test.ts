import { zstdCompressSync, createZstdCompress, zstdDecompressSync } from "node:zlib";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { contentSize, ZstdUnpacker } from "./zstd.ts";

const text = (bytes: number, word = "an event "): Buffer => Buffer.alloc(bytes, word);

it("has the short way in this version of Node", () => {
  expect(new ZstdUnpacker().isFast).toBe(true);
});

it.each([100, 200, 255, 256, 257, 65_791, 65_792, 300_000, 3_000_000])(
  "knows the size of a frame of %d bytes",
  (bytes) => {
    expect(contentSize(zstdCompressSync(text(bytes)))).toBe(bytes);
  },
);

it("does not know the size of a frame that was written as a stream", async () => {
  const stream = createZstdCompress();
  stream.write(text(70_000));
  stream.end(text(5));
  expect(contentSize(await buffer(stream))).toBeUndefined();
  expect(contentSize(Buffer.from("no frame at all"))).toBeUndefined();
});

it("unpacks one frame after the other into the same memory", () => {
  const unpacker = new ZstdUnpacker();
  for (const bytes of [10, 100_000, 5, 300_000, 0, 299_999]) {
    const frame = zstdCompressSync(text(bytes));
    expect(unpacker.unpack(frame, contentSize(frame) ?? 0).equals(text(bytes))).toBe(true);
  }
  const [one, other] = [zstdCompressSync(text(10, "a")), zstdCompressSync(text(10, "b"))];
  expect(unpacker.unpack(one, 10).buffer).toBe(unpacker.unpack(other, 10).buffer);
});

const frame = zstdCompressSync(text(50_000));

it.each([
  ["cut", frame.subarray(0, -6)],
  ["no frame", Buffer.alloc(frame.length)],
  ["bent", Buffer.concat([frame.subarray(0, 8), Buffer.alloc(8, 0xff), frame.subarray(16)])],
])("throws where the frame is %s, and reads the next one", (_what, broken) => {
  const unpacker = new ZstdUnpacker();
  expect(unpacker.unpack(frame, 50_000).length).toBe(50_000);
  expect(() => zstdDecompressSync(broken)).toThrow();
  expect(() => unpacker.unpack(broken, 50_000)).toThrow();
  expect(unpacker.unpack(frame, 50_000).equals(text(50_000))).toBe(true);
});

it.each([10, 49_999, 50_001])("believes the bytes and not the size that a frame says: %d", (size) => {
  const unpacker = new ZstdUnpacker();
  expect(unpacker.unpack(frame, size).equals(text(50_000))).toBe(true);
  expect(unpacker.unpack(frame, 50_000).equals(text(50_000))).toBe(true);
});

it("reads two frames that follow one another", () => {
  const two = Buffer.concat([frame, frame]);
  expect(new ZstdUnpacker().unpack(two, 50_000).length).toBe(zstdDecompressSync(two).length);
});
