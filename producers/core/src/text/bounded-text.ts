// Text that grows up to a size; what comes behind is only counted, and not without end.

/** More than 64 KiB of JSON can hold. */
const MAX_VALUES = 50_000;
/** A bound on the time spent counting what lies behind the cut. */
const MAX_COUNTED = 10_000;

export class BoundedText {
  text = "";
  /** Nothing is written any more, only counted. */
  full = false;
  /** Characters of what was not written, without escapes, of at most MAX_COUNTED values: a lower bound of its bytes. */
  bytesBehind = 0;
  readonly #limit: number;
  #valuesLeft = MAX_VALUES;

  /** In characters; what is emitted last may run over it. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  protected get room(): number {
    return this.#limit - this.text.length;
  }

  protected emit(text: string): void {
    if (this.full) {
      this.bytesBehind += text.length;
      return;
    }
    this.text += text;
    if (this.text.length > this.#limit) this.stop();
  }

  protected stop(): void {
    this.full = true;
    this.#valuesLeft = Math.min(this.#valuesLeft, MAX_COUNTED);
  }

  /** Asked before each value. Out of values: the rest is not even counted, and the part is marked as cut. */
  protected mayGoOn(): boolean {
    if (this.#valuesLeft > 0) {
      this.#valuesLeft--;
      return true;
    }
    this.full = true;
    return false;
  }
}
