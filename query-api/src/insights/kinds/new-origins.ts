// Access from countries and networks that nothing came from before.
import { RETENTION_MS } from "@audit-log/schemas";
import { allOf, equals } from "../../filter/terms.ts";
import type { InsightKind } from "../insight.ts";
import { insightQuery, SINCE } from "../insight-query.ts";
import { HISTORY_MS, MOST_INSIGHTS } from "../thresholds.ts";
import { count } from "../words.ts";

const FIELDS = { "network.country": "new-country", "network.operator": "new-network" } as const;

/** A row per country and per network operator of the period that is not in the history before it. */
export const newOrigins: InsightKind = {
  name: "new-origins",
  about: "Countries and networks from which nothing came before",
  query: (selection) => {
    const { start, end } = selection.window;
    return insightQuery({ ...selection, window: { start: end - RETENTION_MS, end } }, start, {
      // Pairs first: there are few of them, however many events there are.
      select: {
        origins: "[('network.country', toString(country)), ('network.operator', toString(network_operator))]",
        stored: `countIf(event_time >= ${SINCE})`,
        earlier: `countIf(event_time < ${SINCE})`,
        who: `uniqExactIfState(initiator_kind, initiator_id, event_time >= ${SINCE})`,
      },
      where: ["(country != '' OR network_operator != '')"],
      rest: "GROUP BY country, network_operator",
      outer: {
        select: {
          field: "origin.1",
          value: "origin.2",
          entries: "sum(stored)",
          initiators: "uniqExactIfMerge(who)",
          before: "sum(earlier)",
        },
        rest: `GROUP BY arrayJoin(origins) AS origin
HAVING value != '' AND before = 0 ORDER BY entries DESC, field, value LIMIT ${MOST_INSIGHTS} BY field`,
      },
    });
  },
  insightsOf: (rows, window) => {
    if (window.start < window.end - RETENTION_MS + HISTORY_MS) return [];
    return rows.flatMap(({ field, value = "", ...row }) => {
      const name = field === "network.country" ? "network.country" : "network.operator";
      const filter = allOf(equals(name, value));
      if (filter === undefined) return [];
      const [entries, initiators] = [Number(row["entries"]), Number(row["initiators"])];
      return [
        {
          kind: FIELDS[name],
          sentence: `${count(entries, "entry", "entries")} came from ${value}, from where nothing came before (${count(initiators, "initiator")})`,
          figures: { entries, initiators, [name === "network.country" ? "country" : "operator"]: value },
          filter,
          window,
        },
      ];
    });
  },
};
