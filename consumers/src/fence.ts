// The fence of an epoch: who may still write. An insert that lands after the group gave its partitions away would be seen by nobody who
// asked before what is stored, so none may last longer than the group takes us for the owner.

export interface Fence {
  readonly epoch: number;
  /** Aborted when the epoch is over: what is under way is brought to its end, and nothing is begun. */
  readonly signal: AbortSignal;
  /** Whether the group will take us for the owner for as long as an insert may last. */
  isOpen: () => boolean;
}

/** The last part is what makes an insert of the others: it is held back where the insert could outlast our ownership. */
export function* whileOpen(parts: readonly Buffer[], fence: Fence): Generator<Buffer> {
  yield* parts.slice(0, -1);
  if (!fence.isOpen()) throw new Error("the group has not heard of this worker for too long");
  yield* parts.slice(-1);
}

/** Of the session: until then the last byte of an insert must have been sent, counted from when the group last heard of us. */
const SEND_SHARE = 1 / 2;
/** Of the session: how long the server may work on an insert. The two together stay below one session. */
const INSERT_SHARE = 1 / 3;

/** Longest time that the server may work on an insert, whole seconds. */
export const insertDeadlineSeconds = (sessionTimeoutMs: number): number =>
  Math.max(1, Math.floor((sessionTimeoutMs * INSERT_SHARE) / 1_000));

export const sendDeadlineMs = (sessionTimeoutMs: number): number => sessionTimeoutMs * SEND_SHARE;
