// Unpacks zstd into memory that is kept from batch to batch. Node's own zstdDecompressSync makes a decoder and takes fresh memory for every
// call, which costs three times the decoding itself and then the garbage collector's time (infra/decisions/0012).
//
// Relies on two private parts of node:zlib, `_handle.writeSync` and `_writeState`; where they are not as they were, or where a frame is not
// what it says, the public function decides. zstd.test.ts fails where Node changes them.
import { constants, createZstdDecompress, zstdDecompressSync } from "node:zlib";
import { MAX_UNPACKED_BYTES } from "@audit-log/schemas/kafka";

const MAGIC = 0xfd2fb528;
/** Longest frame header. */
const HEAD_BYTES = 18;

/** How large the frame says it is once unpacked (RFC 8878, 3.1.1.1); undefined where it does not say, is tiny, or is no frame. */
export function contentSize(frame: Buffer): number | undefined {
  if (frame.length < HEAD_BYTES || frame.readUInt32LE(0) !== MAGIC) return undefined;
  const descriptor = frame[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingleSegment ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >>> 6) {
    case 0:
      return isSingleSegment ? frame[at] : undefined;
    case 1:
      return frame.readUInt16LE(at) + 256;
    case 2:
      return frame.readUInt32LE(at);
    default:
      return Number(frame.readBigUInt64LE(at));
  }
}

interface Decoder {
  destroyed: boolean;
  on: (event: "error", listener: () => void) => unknown;
  destroy: () => unknown;
  _handle: { writeSync: (...values: (number | Buffer)[]) => void };
  /** After a write: room that is left behind it, and bytes that were not read. */
  _writeState: Uint32Array;
}

const isDecoder = (stream: object): stream is Decoder =>
  "_handle" in stream &&
  typeof stream._handle === "object" &&
  stream._handle !== null &&
  "writeSync" in stream._handle &&
  "_writeState" in stream &&
  stream._writeState instanceof Uint32Array;

/** One at a time: what it gives back is valid until the next call. */
export class ZstdUnpacker {
  #decoder: Decoder | undefined;
  #memory: Buffer = Buffer.alloc(0);

  /** `size`: what the frame says. Throws where it cannot be unpacked. */
  unpack(frame: Buffer, size: number): Buffer {
    return this.#intoMemory(frame, size) ?? zstdDecompressSync(frame, { maxOutputLength: MAX_UNPACKED_BYTES });
  }

  /** Whether the short way is there at all: in this version of Node. */
  get isFast(): boolean {
    return this.#open() !== undefined;
  }

  #intoMemory(frame: Buffer, size: number): Buffer | undefined {
    const decoder = this.#open();
    if (decoder === undefined) return undefined;
    if (this.#memory.length < size) this.#memory = Buffer.allocUnsafeSlow(Math.ceil(size * 1.25));
    decoder._handle.writeSync(constants.ZSTD_e_end, frame, 0, frame.length, this.#memory, 0, size);
    const [roomLeft, bytesLeft] = decoder._writeState;
    if (!decoder.destroyed && roomLeft === 0 && bytesLeft === 0) return this.#memory.subarray(0, size);
    // Half way through a frame: the next one would be read as its rest.
    decoder.destroy();
    return undefined;
  }

  #open(): Decoder | undefined {
    if (this.#decoder !== undefined && !this.#decoder.destroyed) return this.#decoder;
    const stream = createZstdDecompress();
    this.#decoder = isDecoder(stream) ? stream : undefined;
    // It tells of a broken frame later and by itself; the public function has said so by then.
    this.#decoder?.on("error", () => undefined);
    return this.#decoder;
  }
}
