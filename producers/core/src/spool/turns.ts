// One at a time, in the order of the calls.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    // The fault belongs to this caller; the next one's turn comes all the same.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
