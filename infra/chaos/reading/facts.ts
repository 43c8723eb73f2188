// What is compared of an event: as it was recorded, as it is stored, and as a reader was shown it.
import type { Entry } from "@audit-log/client";

export interface Fact {
  readonly id: string;
  readonly scopeId: string;
  /** Milliseconds UTC. */
  readonly eventTime: number;
  readonly isPrivate: boolean;
  readonly outcome: string;
}

export interface Stored extends Fact {
  /** Milliseconds UTC; of several copies that of the first. */
  readonly receivedTime: number;
}

/** `receivedTime`: of the copy that was shown. */
export type Shown = Stored;

/** The same entry is shown many times over: one object for all of them. */
export class ShownEntries {
  readonly #known = new Map<string, Shown>();

  of(entry: Pick<Entry, "id" | "scope" | "eventTimeStamp" | "receivedTimeStamp" | "visibility" | "outcome">): Shown {
    const { id, scope, eventTimeStamp, receivedTimeStamp, visibility, outcome } = entry;
    const key = [id, scope.id, eventTimeStamp, receivedTimeStamp, visibility, outcome.result].join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shown = {
      id,
      scopeId: scope.id,
      eventTime: Date.parse(eventTimeStamp),
      receivedTime: Date.parse(receivedTimeStamp),
      isPrivate: visibility === "PRIVATE",
      outcome: outcome.result,
    };
    this.#known.set(key, shown);
    return shown;
  }
}

/** What differs between two accounts of one event, in words; undefined where nothing does. */
export function difference(one: Fact, other: Fact): string | undefined {
  for (const name of ["scopeId", "eventTime", "isPrivate", "outcome"] as const)
    if (one[name] !== other[name]) return `${name} is ${String(other[name])}, was ${String(one[name])}`;
  return undefined;
}
