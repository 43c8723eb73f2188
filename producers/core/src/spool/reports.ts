// What the spool tells of by itself: nothing is cut, lost or skipped in silence. Listeners must not throw.
import type { SpoolUnavailable } from "./faults.ts";

/** The end of a topic's last segment was not written to its end (crash, power cut) and was cut off. */
export interface TornTail {
  topic: string;
  /** How much was cut. */
  bytes: number;
  reason: string;
  /** Where a copy of it is: the tail was more than a write that stopped half-way. */
  kept: string | undefined;
}

/** Stored entries can no longer be read. */
export interface Damage {
  topic: string;
  /** What is damaged; where a segment's rest is kept for a person, that file (`*.damaged`). */
  file: string;
  bytes: number;
  /** How many entries are lost by it; undefined: it cannot be known. */
  entries: number | undefined;
  reason: string;
}

export interface Expired {
  topic: string;
  /** At most 1,000 per report. */
  entries: readonly { id: Buffer; eventName: string }[];
}

export interface SpoolReports {
  onTorn: (torn: TornTail) => void;
  onDamaged: (damage: Damage) => void;
  /** Entries older than `maxAgeMs`; they are not read any more. Told again after a restart while one before them is not acknowledged. */
  onExpired: (expired: Expired) => void;
  /** The acknowledgement could not be written, or a segment not deleted; tried again with the next acknowledgement and at close(). */
  onFault: (fault: { topic: string; cause: SpoolUnavailable }) => void;
}
