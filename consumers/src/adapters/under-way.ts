// What goes on beside the batches of an assignment, and is waited for before it is given away.

export class UnderWay {
  readonly #going = new Set<Promise<unknown>>();

  async add<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    this.#going.add(working);
    try {
      return await working;
    } finally {
      this.#going.delete(working);
    }
  }

  /** Resolves when all that was added by now is over, well or not. */
  async over(): Promise<void> {
    await Promise.allSettled(this.#going);
  }
}
