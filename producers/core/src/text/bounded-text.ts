// Text that grows up to a size; what comes behind is only counted, and not without end.
// It grows as UTF-8 in memory that is used again: hundreds of pieces put together as strings cost more than all else that is done to them.

/** More than 64 KiB of JSON can hold. */
const MAX_VALUES = 50_000;
/** A bound on the time spent counting what lies behind the cut. */
const MAX_COUNTED = 10_000;

const FIRST_BYTES = 16 * 1024;
/** More is not kept for the next text. */
const MOST_KEPT_BYTES = 256 * 1024;
const MOST_BYTES_PER_CHARACTER = 3;
/** A call costs more than so many steps of a loop. */
const FEW = 24;
/** Several at a time: a getter of what is written may have another text written. */
const unused: Buffer[] = [];

export class BoundedText {
  /** Nothing is written any more, only counted. */
  full = false;
  /** Characters of what was not written, without escapes, of at most MAX_COUNTED values: a lower bound of its bytes. */
  bytesBehind = 0;
  readonly #limit: number;
  #valuesLeft = MAX_VALUES;
  #bytes: Buffer = unused.pop() ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
  #end = 0;
  /** Bytes that are more than characters. */
  #more = 0;

  /** In characters; what is emitted last may run over it. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** To be called once, at the end. */
  take(): string {
    const text = this.#bytes.toString(this.#more === 0 ? "latin1" : "utf8", 0, this.#end);
    if (this.#bytes.length <= MOST_KEPT_BYTES) unused.push(this.#bytes);
    this.#bytes = Buffer.alloc(0);
    return text;
  }

  protected get room(): number {
    return this.#limit - this.#end + this.#more;
  }

  protected emit(text: string): void {
    if (this.full) {
      this.bytesBehind += text.length;
      return;
    }
    const bytes = this.space(text.length * MOST_BYTES_PER_CHARACTER);
    const written = bytes.write(text, this.#end);
    this.#more += written - text.length;
    this.advance(written);
  }

  /** The same of short ASCII. */
  protected emitShort(text: string): void {
    const { length } = text;
    if (this.full) {
      this.bytesBehind += length;
      return;
    }
    const bytes = this.space(length);
    const end = this.#end;
    for (let at = 0; at < length; at++) bytes[end + at] = text.charCodeAt(at);
    this.advance(length);
  }

  /** One character of ASCII and what follows it. */
  protected emitBytes(first: number, text: Uint8Array): void {
    const { length } = text;
    if (this.full) {
      this.bytesBehind += 1 + length;
      return;
    }
    const bytes = this.space(1 + length);
    const start = this.#end + 1;
    bytes[start - 1] = first;
    if (length > FEW) bytes.set(text, start);
    else for (let at = 0; at < length; at++) bytes[start + at] = text[at]!;
    this.advance(1 + length);
  }

  /** One character of ASCII. */
  protected emitByte(code: number): void {
    if (this.full) {
      this.bytesBehind++;
      return;
    }
    this.space(1)[this.#end] = code;
    this.advance(1);
  }

  /** Where to write so many bytes, from `end` on. */
  protected space(length: number): Buffer {
    if (this.#end + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow((this.#end + length) * 2);
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    return this.#bytes;
  }

  protected get end(): number {
    return this.#end;
  }

  /** So many bytes were written to `space`, of as many characters. */
  protected advance(length: number): void {
    this.#end += length;
    if (this.#end - this.#more > this.#limit) this.stop();
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
