// UUIDv7 (RFC 9562): 48 bits of milliseconds, then what its maker chooses, so that ids sort by time of recording.

/** Sixteen bytes; `rest` gives at least ten of them, of which four and two bits are the version's. Throws RangeError where milliseconds do not fit 48 bits. */
export function uuidv7(milliseconds: number, rest: Uint8Array): Buffer {
  const id = Buffer.allocUnsafe(16);
  id.writeUIntBE(milliseconds, 0, 6);
  id.set(rest.subarray(0, 10), 6);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x70;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  return id;
}

export function uuidText(id: Buffer): string {
  const hex = id.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
