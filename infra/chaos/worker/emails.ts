// The other half of the balance: whether the table of initiators has the latest e-mail of each whom a stored event names one for.
import type { Naming } from "./ledger.ts";

/** As a reader of the API gets it. */
export interface KeptEmail {
  kind: string;
  id: string;
  email: string;
}

export interface Told extends Naming {
  /** Its event is stored. */
  isStored: boolean;
}

/** An e-mail that is named again is told again after an hour of events: of those named within it, any may be the latest. */
const TOLD_AGAIN_MS = 3_600_000;

/**
 * `told`: by every message in Kafka that may become a row. An e-mail is kept before its event is stored, so that one may be newer whose event
 * the store refused in the end; of events of the same moment either is the latest. Answers what is wrong.
 */
export function emailFaults(told: readonly Told[], kept: readonly KeptEmail[]): string[] {
  const tellings = Map.groupBy(told, keyOf);
  const emails = new Map(kept.map((one) => [keyOf(one), one.email]));
  const faults: string[] = [];
  for (const [key, all] of tellings) {
    const latest = all.reduce((most, { time, isStored }) => (isStored ? Math.max(most, time) : most), -Infinity);
    if (latest === -Infinity) continue;
    const email = emails.get(key);
    const right = all.filter(({ time }) => time > latest - TOLD_AGAIN_MS).map((one) => one.email);
    if (email === undefined) faults.push(`${key} has no e-mail, was told ${right.join(" or ")}`);
    else if (!right.includes(email)) faults.push(`${key} has ${email}, latest is ${right.join(" or ")}`);
  }
  for (const [key, email] of emails) {
    if (!tellings.get(key)?.some((one) => one.email === email)) faults.push(`${key} has ${email}, which nobody told`);
  }
  return faults;
}

const keyOf = ({ kind, id }: Pick<Naming, "kind" | "id">): string => `${kind} ${id}`;
