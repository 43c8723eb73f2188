// The segments of one topic, by position. Between two there may be a gap: entries that were damaged.
import type { Segment } from "./segment.ts";

export class SegmentList {
  #segments: Segment[] = [];
  #end: number;

  /** `start`: the position of the first entry where there is none yet. */
  constructor(start: number) {
    this.#end = start;
  }

  /** The position that the next entry gets. */
  get end(): number {
    return Math.max(this.#end, this.#segments.at(-1)?.end ?? 0);
  }

  get all(): readonly Segment[] {
    return this.#segments;
  }

  push(segment: Segment): void {
    this.#segments.push(segment);
  }

  remove(segment: Segment): void {
    this.#end = this.end;
    this.#segments = this.#segments.filter((other) => other !== segment);
  }

  /** The segment with that position or, in a gap, the next one. */
  at(position: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.end ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return this.#segments[low];
  }
}
