// The account of what became of each event: counts for metrics, problems for people.
import type { Undelivered } from "./delivery.ts";
import type { Counts, OnProblem, Problem } from "./problems.ts";

export interface Waiting {
  memory: { events: number; bytes: number };
  spool: { entries: number; bytes: number };
}

export class Account {
  recorded = 0;
  delivered = 0;
  spooled = 0;
  cut = 0;
  retries = 0;
  readonly lost: Record<Undelivered, number> = {
    refused: 0,
    "buffer-full": 0,
    rejected: 0,
    timeout: 0,
    closed: 0,
    unconfirmed: 0,
    expired: 0,
    damaged: 0,
  };
  readonly #onProblem: OnProblem | undefined;

  constructor(onProblem: OnProblem | undefined) {
    this.#onProblem = onProblem;
  }

  lose(reason: Undelivered, event: { eventName: string; id: string }, message: string): void {
    this.lost[reason]++;
    const { eventName, id } = event;
    this.tell({ kind: "event-lost", reason, eventName, id, message });
  }

  /** The listener's own fault must reach neither the caller of record() nor, as an unhandled rejection, the process. */
  tell(problem: Problem): void {
    // This is where faults are told; there is nobody left to tell that the listener failed.
    const unheard = (): void => undefined;
    try {
      Promise.resolve(this.#onProblem?.(problem)).catch(unheard);
    } catch {
      unheard();
    }
  }

  snapshot({ memory, spool }: Waiting): Counts {
    const { recorded, delivered, spooled, cut, retries } = this;
    return {
      recorded,
      delivered,
      spooled,
      cut,
      retries,
      lost: { ...this.lost },
      waiting: memory.events,
      waitingBytes: memory.bytes,
      spoolWaiting: spool.entries,
      spoolWaitingBytes: spool.bytes,
    };
  }
}
