// Repeated manual work: the same person did the same to many resources, through a portal, a browser or a command line.
import { allOf, equals } from "../../filter/terms.ts";
import type { InsightKind } from "../insight.ts";
import { insightQuery } from "../insight-query.ts";
import { FEWEST_RESOURCES, MOST_INSIGHTS } from "../thresholds.ts";
import { count, duration } from "../words.ts";

/** The time spent is estimated as the minutes in which it was done, each counted once: what lies between was something else. */
export const manualWork: InsightKind = {
  name: "manual-work",
  about: "What the same person did to many resources by hand",
  query: (selection) =>
    insightQuery(selection, selection.window.start, {
      select: {
        id: "initiator_id",
        name: "toString(event_name)",
        client: "toString(client_kind)",
        entries: "count()",
        resources: "uniqExact(resource_id)",
        minutes: "uniqExact(toStartOfMinute(event_time))",
      },
      where: [
        "initiator_kind = 'USER'",
        "client_kind IN ('PORTAL', 'BROWSER', 'CLI')",
        "category = 'ADMINISTRATIVE'",
        "outcome = 'SUCCESS'",
      ],
      rest: `GROUP BY id, name, client HAVING resources >= ${FEWEST_RESOURCES} ORDER BY minutes DESC, entries DESC, id, name`,
    }),
  insightsOf: (rows, window) =>
    rows.slice(0, MOST_INSIGHTS).flatMap(({ id = "", name = "", client = "", ...row }) => {
      const filter = allOf(
        equals("initiator.kind", "USER"),
        equals("initiator.id", id),
        equals("eventName", name),
        equals("clientKind", client),
        equals("category", "ADMINISTRATIVE"),
        equals("outcome", "SUCCESS"),
      );
      if (filter === undefined) return [];
      const [entries, resources, minutes] = [Number(row["entries"]), Number(row["resources"]), Number(row["minutes"])];
      return [
        {
          kind: "manual-work",
          sentence: `{initiator} recorded ${name} ${count(entries, "time")} on ${count(resources, "resource")} by hand (${client}), in about ${duration(minutes * 60)}: automate this`,
          initiator: { kind: "USER", id },
          figures: { entries, eventName: name, clientKind: client, resources, estimatedSeconds: minutes * 60 },
          filter,
          window,
        },
      ];
    }),
};
