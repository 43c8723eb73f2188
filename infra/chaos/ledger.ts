// What the producing processes said, kept outside of them: the promises that Kafka is held to.
import type { Line } from "./protocol.ts";

export class Ledger {
  /** Mode by tag. */
  readonly recorded = new Map<string, string>();
  /** "topic" or "spool" by tag. */
  readonly told = new Map<string, string>();
  /** Reason by tag. */
  readonly refused = new Map<string, string>();
  /** How many losses were reported, by reason; also of events whose promise was told before. */
  readonly lost = new Map<string, number>();

  note(line: Line): void {
    if (line.what === "recorded") this.recorded.set(line.tag, line.mode);
    if (line.what === "told") this.told.set(line.tag, line.where);
    if (line.what === "refused") this.refused.set(line.tag, line.reason);
    if (line.what === "lost") this.lost.set(line.reason, (this.lost.get(line.reason) ?? 0) + 1);
  }

  get lostInAll(): number {
    return [...this.lost.values()].reduce((sum, count) => sum + count, 0);
  }
}
