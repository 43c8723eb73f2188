// A pure function of a text whose last answers are remembered, in bounded memory.

const MAX_ENTRIES = 4_096;
/** Longer texts are rare, and would make the memory large: they are worked out each time. UTF-16 units. */
const MAX_LENGTH = 256;

export class Remembered<T> {
  readonly #work: (text: string) => T;
  #known = new Map<string, T>();
  /** Those of the generation before: what is asked for again is taken over, the rest goes at the next turn. */
  #older = new Map<string, T>();

  constructor(work: (text: string) => T) {
    this.#work = work;
  }

  of(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const answer = this.#older.get(text) ?? this.#work(text);
    if (text.length > MAX_LENGTH) return answer;
    if (this.#known.size >= MAX_ENTRIES) {
      this.#older = this.#known;
      this.#known = new Map();
    }
    this.#known.set(text, answer);
    return answer;
  }

  forget(): void {
    this.#known.clear();
    this.#older.clear();
  }
}
