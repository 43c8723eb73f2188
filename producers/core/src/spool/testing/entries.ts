// Entries that can be told apart by a number.
import type { SpoolEntry } from "../entry.ts";

export const TOPIC = "audit.membership";
export const SCHEMA = '{"type":"record","name":"Event","fields":[]}';

/** Number `n`; its id says so. */
export function entry(n: number, over: Partial<SpoolEntry> = {}): SpoolEntry {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(n);
  return {
    id,
    key: `project-${n % 3}`,
    eventName: "membership.role.delete",
    time: 1_000,
    value: Buffer.from(`value ${n}`),
    ...over,
  };
}

export const numberOf = ({ id }: { id: Buffer }): number => id.readUInt32BE();
