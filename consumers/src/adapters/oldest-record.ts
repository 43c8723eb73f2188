// When the record at an offset was written, of a broker that only says where the records since a time begin: the time is looked for, first
// in doubling steps into the past, then by halving. About ten questions, asked for a partition that nobody fetches.

/** How exact: a part of the age, and no finer than this. */
const PART = 1 / 16;
const FINEST_MS = 1_000;
const FIRST_STEP_MS = 10_000;
/** Longer than any topic keeps its records. */
const OLDEST_MS = 100 * 86_400_000;

/**
 * Milliseconds UTC, at most a sixteenth of its age before the truth where timestamps grow with offsets, and not much before OLDEST_MS.
 * Undefined where the broker does not answer. `since`: where the records since a time begin.
 */
export async function writtenAt(
  offset: number,
  since: (timestamp: number) => Promise<number | undefined>,
  now: number,
): Promise<number | undefined> {
  /** Whether the record is at least as young; undefined: nobody answers. */
  const isSince = async (timestamp: number): Promise<boolean | undefined> => {
    const first = await since(timestamp);
    return first === undefined ? undefined : first <= offset;
  };
  let young = now;
  let old = now;
  for (let step = FIRST_STEP_MS; ; step *= 2) {
    if (step > OLDEST_MS) return old;
    young = old;
    old = now - step;
    const answer = await isSince(old);
    if (answer === undefined) return undefined;
    if (answer) break;
  }
  while (young - old > Math.max(FINEST_MS, (now - young) * PART)) {
    const middle = Math.floor((young + old) / 2);
    const answer = await isSince(middle);
    if (answer === undefined) return undefined;
    if (answer) old = middle;
    else young = middle;
  }
  return old;
}
