// Emails that measures how long the store behind it takes.
import type { Metrics } from "../metrics.ts";
import type { Emails } from "./emails.ts";

export function measuredEmails(emails: Emails, { emailsSeconds }: Pick<Metrics, "emailsSeconds">): Emails {
  return {
    latest: async (...asked) => {
      const stop = emailsSeconds.startTimer();
      try {
        const emailOf = await emails.latest(...asked);
        stop({ outcome: "ok" });
        return emailOf;
      } catch (fault) {
        stop({ outcome: "failed" });
        throw fault;
      }
    },
  };
}
