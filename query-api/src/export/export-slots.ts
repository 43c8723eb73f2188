// How many downloads run at a time, per principal and in this process. A download is a query that lasts, so one more is turned away and not kept waiting.
import { Problem } from "../problem.ts";
import { MOST_PER_PRINCIPAL, MOST_PER_PROCESS, RETRY_AFTER_SECONDS } from "./limits.ts";

export interface ExportSlots {
  /** Answers what gives the slot back. Throws Problem (429). */
  take(subject: string): () => void;
}

export function exportSlots(): ExportSlots {
  const running = new Map<string, number>();
  let all = 0;
  return {
    take: (subject) => {
      const own = running.get(subject) ?? 0;
      if (own >= MOST_PER_PRINCIPAL) throw tooMany(`At most ${MOST_PER_PRINCIPAL} of your downloads run at a time`);
      if (all >= MOST_PER_PROCESS) throw tooMany("Too many downloads run at the moment");
      running.set(subject, own + 1);
      all += 1;
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        all -= 1;
        const left = (running.get(subject) ?? 1) - 1;
        if (left === 0) running.delete(subject);
        else running.set(subject, left);
      };
    },
  };
}

const tooMany = (message: string): Problem =>
  new Problem("too-many-downloads", `${message}, try again later`, {
    headers: { "retry-after": String(RETRY_AFTER_SECONDS) },
  });
