// Lets flush() wait for everything recorded before it, and nothing after it, at the cost of one counter per event.

/** The events recorded between two calls of flush(). */
export interface Generation {
  open: number;
  closed: boolean;
  done: PromiseWithResolvers<void>;
}

export class Generations {
  #current = newGeneration();
  #before: Promise<unknown> = Promise.resolve();

  enter(): Generation {
    this.#current.open++;
    return this.#current;
  }

  leave(generation: Generation): void {
    generation.open--;
    if (generation.closed && generation.open === 0) generation.done.resolve();
  }

  /** Resolves when all that entered before has left. */
  async close(): Promise<void> {
    const generation = this.#current;
    this.#current = newGeneration();
    generation.closed = true;
    if (generation.open === 0) generation.done.resolve();
    this.#before = Promise.all([this.#before, generation.done.promise]);
    await this.#before;
  }
}

const newGeneration = (): Generation => ({ open: 0, closed: false, done: Promise.withResolvers() });
