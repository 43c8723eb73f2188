// Emails that are remembered for a moment, because the pages of one reader name the same few initiators.
import { LRUCache } from "lru-cache";
import { keyOf, type Emails, type Initiator } from "./emails.ts";

/** An erasure shows within this time. */
const KNOWN_MS = 30_000;
/** An e-mail that is told for the first time shows within this time. */
const UNKNOWN_MS = 5_000;
const MOST = 10_000;
/** Of keys and e-mails together: with names of ordinary length the number above is reached first. */
const MOST_CHARACTERS = 2_000_000;

const NONE = "";

/** `now`: milliseconds of a clock that is never set back. */
export function rememberedEmails(emails: Emails, now: () => number): Emails {
  const remembered = new LRUCache<string, string>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (email, key) => key.length + email.length,
    perf: { now },
    // Otherwise it asks the clock at most once a millisecond, by a timer of its own.
    ttlResolution: 0,
  });
  return {
    latest: async (initiators, signal) => {
      const answers = new Map<string, string>();
      const asked = new Map<string, Initiator>();
      for (const initiator of initiators) {
        const key = keyOf(initiator);
        const email = answers.get(key) ?? remembered.get(key);
        if (email === undefined) asked.set(key, initiator);
        else answers.set(key, email);
      }
      if (asked.size > 0) {
        // Counted from the question: the answer may be as old as that.
        const start = now();
        const emailOf = await emails.latest([...asked.values()], signal);
        for (const [key, initiator] of asked) {
          const email = emailOf(initiator) ?? NONE;
          answers.set(key, email);
          remembered.set(key, email, { ttl: email === NONE ? UNKNOWN_MS : KNOWN_MS, start });
        }
      }
      return (initiator) => answers.get(keyOf(initiator)) || undefined;
    },
  };
}
