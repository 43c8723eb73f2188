// A set of positions: one bit each, in pages that go when the positions below a bound are no longer of interest.

const PAGE = 32_768;

export class Positions {
  readonly #pages = new Map<number, Uint32Array>();

  has(position: number): boolean {
    const word = this.#pages.get(Math.floor(position / PAGE))?.[(position % PAGE) >>> 5];
    return word !== undefined && (word & (1 << (position & 31))) !== 0;
  }

  add(position: number): void {
    const index = Math.floor(position / PAGE);
    const page = this.#pages.get(index) ?? new Uint32Array(PAGE / 32);
    this.#pages.set(index, page);
    const word = (position % PAGE) >>> 5;
    page[word] = (page[word] ?? 0) | (1 << (position & 31));
  }

  /** Forgets pages wholly below the position. */
  dropBelow(position: number): void {
    const index = Math.floor(position / PAGE);
    for (const page of this.#pages.keys()) if (page < index) this.#pages.delete(page);
  }

  clear(): void {
    this.#pages.clear();
  }
}
