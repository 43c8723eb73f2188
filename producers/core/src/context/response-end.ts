// The end of a response as something to wait for: whoever waits is told the outcome once, however often the end is reported.
import type { Outcome } from "@audit-log/schemas";

/** What it answers is of no interest, unless it is a promise that rejects. */
type AtEnd = (outcome: Outcome) => unknown;

export class ResponseEnd {
  #outcome: Outcome | undefined;
  #waiting: AtEnd[] = [];
  readonly #onFault: (cause: unknown) => void;

  /** `onFault` is told what those who wait throw, or reject with: one's fault is not another's, nor the response's. */
  constructor(onFault: (cause: unknown) => void) {
    this.#onFault = onFault;
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Runs at the end, or at once where that has been. */
  whenEnded(run: AtEnd): void {
    if (this.#outcome === undefined) this.#waiting.push(run);
    else this.#tell(run, this.#outcome);
  }

  /** The first outcome counts. */
  end(outcome: Outcome): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    for (const run of this.#waiting) this.#tell(run, outcome);
    this.#waiting = [];
  }

  #tell(run: AtEnd, outcome: Outcome): void {
    try {
      const answer = run(outcome);
      if (answer instanceof Promise) answer.catch(this.#onFault);
    } catch (cause) {
      this.#onFault(cause);
    }
  }
}
