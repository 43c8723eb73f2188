// Emails that measures how long the store behind it takes.
import type { Metrics } from "../metrics.ts";
import { measured } from "../store/measured.ts";
import type { Emails } from "./emails.ts";

export const measuredEmails = (emails: Emails, { emailsSeconds }: Pick<Metrics, "emailsSeconds">): Emails => ({
  latest: (...asked) => measured(emailsSeconds, () => emails.latest(...asked)),
});
