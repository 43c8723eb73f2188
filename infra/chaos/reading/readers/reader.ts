// What every reader has, and what all of them together remember.
import type { AuditLogClient } from "@audit-log/client";
import type { Random } from "../../random.ts";
import type { Counted } from "../check.ts";
import { ShownEntries } from "../facts.ts";
import type { Asker } from "../question.ts";
import type { Showing } from "../showing.ts";

export class Memory {
  readonly showings: Showing[] = [];
  readonly counted: Counted[] = [];
  readonly entries = new ShownEntries();
  /** Answers that the service could not give at the moment, connections and downloads that broke off or were. */
  broken = 0;
  resumed = 0;
}

export interface Reader {
  readonly clients: Readonly<Record<Asker, AuditLogClient>>;
  readonly random: Random;
  readonly memory: Memory;
  /** From when on streams read, and what was received earlier is nobody's; milliseconds UTC. */
  readonly since: number;
  /** Events that are recorded per second: how much there is in a window. */
  readonly rate: number;
  /** Passes: none is begun any more. */
  readonly over: AbortSignal;
  /** Streams: they end when all that was received before is told to be settled; milliseconds UTC. */
  readonly goal: () => number;
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
