// Ids of events: readers sort by time, then id, so the events of one recorder within a millisecond must keep their order by their ids.
import { randomFillSync } from "node:crypto";
import { uuidv7 } from "@audit-log/schemas";

const RANDOM_BYTES = 10;
/** Twelve bits: RFC 9562, section 6.2, method 1. */
const LAST_COUNT = 0xfff;

/** UUIDv7 of the given time, larger than every earlier one of the same millisecond. Asks the system for randomness once per 256 ids. */
export function orderedIds(): (now: number) => Buffer {
  const pool = Buffer.alloc(RANDOM_BYTES * 256);
  let used = pool.length;
  let millisecond = -1;
  let count = 0;
  return (now) => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    // Four thousand events are more than a millisecond holds: beyond them, only the order is left to chance.
    count = now === millisecond ? Math.min(count + 1, LAST_COUNT) : 0;
    millisecond = now;
    const random = pool.subarray(used, (used += RANDOM_BYTES));
    random.writeUInt16BE(count);
    return uuidv7(now, random);
  };
}
