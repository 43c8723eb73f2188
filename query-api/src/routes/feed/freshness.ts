// GET /v3/{scope}/freshness: per service, how far behind the newest event is readable. It shows no entry, so it is no reading that is recorded.
import { domains } from "@audit-log/schemas";
import { z } from "zod";
import { settledUntilOf, type DomainProgress } from "../../store/feed-store.ts";
import { letIn } from "../let-in.ts";
import { scopeOnly } from "../scope-only.ts";
import type { ScopedRoute } from "../scoped-routes.ts";
import type { FeedDependencies } from "./open-feed.ts";

const moment = (description: string) => z.string().meta({ format: "date-time", description });

export const freshnessSchema = z
  .object({
    settledUntil: moment("As in the feed: of all services together."),
    services: z.array(
      z.object({
        service: z.string(),
        domain: z.string().meta({ description: "Services of a domain share a topic, and so how fresh they are." }),
        settledUntil: moment(
          "Nothing that was received before is to come any more; absent where no worker ever said so.",
        ).optional(),
        secondsBehind: z
          .number()
          .meta({
            description:
              "How long an event that happened now would at most wait, if it waited as long as the oldest that waits: since settledUntil, or since the oldest record was sent that is not stored.",
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: "Freshness", description: "How far behind the newest event is readable." });

export type Freshness = z.infer<typeof freshnessSchema>;

/** `now`: milliseconds UTC. */
export function freshnessOf(progress: readonly DomainProgress[], now: number): Freshness {
  const told = new Map(progress.map((one) => [one.domain, one]));
  const isoTime = (time: number): string => new Date(time).toISOString();
  return {
    settledUntil: isoTime(settledUntilOf(progress)),
    services: domains.flatMap(({ name: domain, services }) =>
      services.map(({ name: service }) => {
        const one = told.get(domain);
        if (one === undefined || one.settledUntil === 0) return { service, domain };
        return { service, domain, settledUntil: isoTime(one.settledUntil), secondsBehind: secondsBehind(one, now) };
      }),
    ),
  };
}

function secondsBehind({ settledUntil, waitingSince }: DomainProgress, now: number): number {
  const since = waitingSince === 0 ? settledUntil : Math.min(settledUntil, waitingSince);
  return Math.max(0, now - since) / 1_000;
}

export const readFreshness = ({
  authority,
  feed,
  metrics,
  now,
}: FeedDependencies): ScopedRoute<string, Readonly<Record<string, never>>, Freshness> => ({
  suffix: "/freshness",
  params: scopeOnly,
  scopeIdOf: (id) => id,
  tag: "arrival",
  operationId: (title) => `Get${title}Freshness`,
  summary: (title) => `${title} - How fresh the entries are`,
  description: () => "Per service, how far behind the newest event is readable.",
  querystring: z.strictObject({}),
  answers: "How far behind each service's events are.",
  body: freshnessSchema,
  handle: async (visit) => {
    await letIn({ authority, metrics }, visit, "v3");
    return freshnessOf(await feed.progress(visit.signal), now());
  },
});
