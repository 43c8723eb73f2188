// Who changed what most.
import { allOf, equals } from "../../filter/terms.ts";
import type { InsightKind } from "../insight.ts";
import { insightQuery } from "../insight-query.ts";
import { MOST_INSIGHTS } from "../thresholds.ts";
import { count } from "../words.ts";

/** A row per initiator and kind of resource. */
export const mostChanges: InsightKind = {
  name: "most-changes",
  about: "Who changed what most",
  query: (selection) =>
    insightQuery(selection, selection.window.start, {
      select: {
        kind: "toString(initiator_kind)",
        id: "initiator_id",
        type: "toString(resource_type)",
        entries: "count()",
        resources: "uniqExact(resource_id)",
      },
      where: ["initiator_kind != 'SYSTEM'", "category = 'ADMINISTRATIVE'", "outcome = 'SUCCESS'"],
      rest: `GROUP BY kind, id, type ORDER BY entries DESC, id, kind, type`,
    }),
  insightsOf: (rows, window) =>
    rows.slice(0, MOST_INSIGHTS).flatMap(({ kind = "", id = "", type = "", ...row }) => {
      const filter = allOf(
        equals("initiator.kind", kind),
        equals("initiator.id", id),
        equals("resource.type", type),
        equals("category", "ADMINISTRATIVE"),
        equals("outcome", "SUCCESS"),
      );
      if (filter === undefined) return [];
      const [entries, resources] = [Number(row["entries"]), Number(row["resources"])];
      return [
        {
          kind: "most-changes",
          sentence: `{initiator} made ${count(entries, "change")} to ${count(resources, "resource")} of the kind ${type}`,
          initiator: { kind, id },
          figures: { entries, resourceType: type, resources },
          filter,
          window,
        },
      ];
    }),
};
