// How many tails there may be: each holds a connection, a page in memory and asks the store once a second. And their end when the service closes.

const MOST_PER_PRINCIPAL = 5;
const MOST = 100;

export class Tails {
  readonly #counts = new Map<string, number>();
  readonly #closing = new AbortController();
  #all = 0;

  /** Aborted when the service closes: tails end, and their readers go on elsewhere. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Whose turn it is not: the principal's, or everybody's. Otherwise to be disposed of when the tail is over. */
  open(subject: string): Disposable | "too-many-of-principal" | "too-many" {
    const count = this.#counts.get(subject) ?? 0;
    if (count >= MOST_PER_PRINCIPAL) return "too-many-of-principal";
    if (this.#all >= MOST) return "too-many";
    this.#counts.set(subject, count + 1);
    this.#all += 1;
    return { [Symbol.dispose]: () => this.#over(subject) };
  }

  close(): void {
    this.#closing.abort("closing");
  }

  #over(subject: string): void {
    const count = this.#counts.get(subject) ?? 0;
    if (count > 1) this.#counts.set(subject, count - 1);
    else this.#counts.delete(subject);
    this.#all -= 1;
  }
}
