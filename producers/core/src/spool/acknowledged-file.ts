// Where the acknowledged prefix is kept: two slots of one file, written in turn and in place, so that a write that stops half-way spoils
// only one of them, and none ever needs room on a full disk. A slot: prefix (u64), its CRC-32.
import { open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { codeOf } from "./faults.ts";
import { FILE_MODE, syncFolder, writeAll } from "./files.ts";

const SLOT_BYTES = 12;
/** In different sectors. */
const SLOTS = [0, 512] as const;

export class AcknowledgedFile {
  /** As last written; 0 where nothing is known. */
  prefix: number;
  /** The file is there and says nothing: all that is stored is sent again. */
  readonly damaged: boolean;
  readonly #file: FileHandle;
  #turn = 0;

  private constructor(file: FileHandle, prefixes: readonly (number | undefined)[]) {
    const [first, second] = prefixes;
    this.#file = file;
    this.damaged = first === undefined && second === undefined;
    this.prefix = Math.max(first ?? 0, second ?? 0);
    this.#turn = (first ?? -1) > (second ?? -1) ? 1 : 0;
  }

  static async open(path: string): Promise<AcknowledgedFile> {
    const file = await openOrCreate(path);
    try {
      const prefixes = [];
      for (const slot of SLOTS) prefixes.push(await readSlot(file, slot));
      return new AcknowledgedFile(file, prefixes);
    } catch (cause) {
      await file.close();
      throw cause;
    }
  }

  /** Not synced unless `durable`: after a crash of the machine a few entries may be sent again. */
  async write(prefix: number, durable: boolean): Promise<void> {
    if (prefix !== this.prefix || this.damaged) {
      await writeAll(this.#file, slotOf(prefix), SLOTS[this.#turn % 2] ?? 0);
      this.#turn++;
      this.prefix = prefix;
    }
    if (durable) await this.#file.datasync();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

function slotOf(prefix: number): Buffer {
  const slot = Buffer.alloc(SLOT_BYTES);
  slot.writeBigUInt64LE(BigInt(prefix));
  slot.writeUInt32LE(crc32(slot.subarray(0, 8)), 8);
  return slot;
}

async function readSlot(file: FileHandle, at: number): Promise<number | undefined> {
  const slot = Buffer.alloc(SLOT_BYTES);
  const { bytesRead } = await file.read(slot, 0, SLOT_BYTES, at);
  const prefix = Number(slot.readBigUInt64LE());
  const whole = bytesRead === SLOT_BYTES && slot.readUInt32LE(8) === crc32(slot.subarray(0, 8));
  return whole && Number.isSafeInteger(prefix) ? prefix : undefined;
}

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r+", FILE_MODE);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
  }
  const file = await open(path, "w+", FILE_MODE);
  for (const slot of SLOTS) await writeAll(file, slotOf(0), slot);
  await file.sync();
  await syncFolder(dirname(path));
  return file;
}
