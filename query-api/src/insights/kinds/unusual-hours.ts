// What people did outside of their usual hours, in UTC: the hours of the day that they were active in, in the four weeks before.
import { allOf, equals } from "../../filter/terms.ts";
import type { Window } from "../../query/window.ts";
import type { Insight, InsightKind, InsightRow } from "../insight.ts";
import { insightQuery, SINCE } from "../insight-query.ts";
import { FEWEST_FOR_HOURS, HOURS_MS, MOST_INSIGHTS, USUAL_PART } from "../thresholds.ts";
import { count, largestOf } from "../words.ts";

const HOUR_MS = 3_600_000;

/** A row per person: entries by hour of the day before the period, and by hour within it. */
export const unusualHours: InsightKind = {
  name: "unusual-hours",
  about: "What people did outside of their usual hours",
  query: (selection) => {
    const { start, end } = selection.window;
    return insightQuery({ ...selection, window: { start: start - HOURS_MS, end } }, start, {
      select: {
        id: "initiator_id",
        usual: `toJSONString(sumMapIf(map(toHour(event_time), toUInt64(1)), event_time < ${SINCE}))`,
        hours: `toJSONString(sumMapIf(map(intDiv(toUnixTimestamp(event_time), 3600), toUInt64(1)), event_time >= ${SINCE}))`,
      },
      where: ["initiator_kind = 'USER'"],
      rest: `GROUP BY id HAVING countIf(event_time < ${SINCE}) >= ${FEWEST_FOR_HOURS} AND countIf(event_time >= ${SINCE}) > 0
ORDER BY countIf(event_time >= ${SINCE}) DESC, id`,
    });
  },
  insightsOf: (rows, window) =>
    rows
      .flatMap((row) => ofPerson(row, window))
      .toSorted((left, right) => right.figures.entries - left.figures.entries)
      .slice(0, MOST_INSIGHTS),
};

function ofPerson({ id = "", usual = "", hours = "" }: InsightRow, window: Window): Insight[] {
  const filter = allOf(equals("initiator.kind", "USER"), equals("initiator.id", id));
  if (filter === undefined) return [];
  const isUsual = usualHours(usual);
  const outside = largestOf(hours)
    .map(([hour, entries]) => ({ hour: Number(hour), entries }))
    .filter(({ hour }) => !isUsual.has(hour % 24))
    .toSorted((left, right) => left.hour - right.hour);
  return stretches(outside).map(({ first, last, entries }) => {
    const start = Math.max(window.start, first * HOUR_MS);
    return {
      kind: "unusual-hours",
      sentence: `{initiator} was active on ${new Date(start).toISOString().slice(0, 10)} at ${first % 24}:00 UTC, outside of the usual hours: ${count(entries, "entry", "entries")}`,
      initiator: { kind: "USER", id },
      figures: { entries },
      filter,
      window: { start, end: Math.min(window.end, (last + 1) * HOUR_MS) },
    };
  });
}

/** An hour on both sides of a usual one is usual, too. */
function usualHours(usual: string): ReadonlySet<number> {
  const hours = largestOf(usual).map(([hour, entries]) => ({ hour: Number(hour), entries }));
  const all = hours.reduce((sum, { entries }) => sum + entries, 0);
  return new Set(
    hours
      .filter(({ entries }) => entries >= all * USUAL_PART)
      .flatMap(({ hour }) => [hour + 23, hour, hour + 1].map((one) => one % 24)),
  );
}

interface Stretch {
  readonly first: number;
  last: number;
  entries: number;
}

/** Hours side by side are one. */
function stretches(hours: readonly { hour: number; entries: number }[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { hour, entries } of hours) {
    const last = found.at(-1);
    if (last !== undefined && last.last + 1 === hour) {
      last.last = hour;
      last.entries += entries;
    } else found.push({ first: hour, last: hour, entries });
  }
  return found;
}
