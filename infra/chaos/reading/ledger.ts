// What was recorded, and what Kafka acknowledged: kept outside of the system.
import type { Fact } from "./facts.ts";

export class Ledger {
  readonly acknowledged = new Map<string, Fact>();
  /** Given up by the SDK, with its reason: none is expected. */
  readonly given: string[] = [];
  late = 0;
  privates = 0;

  acknowledge(fact: Fact, isLate: boolean): void {
    this.acknowledged.set(fact.id, fact);
    if (isLate) this.late += 1;
    if (fact.isPrivate) this.privates += 1;
  }
}
