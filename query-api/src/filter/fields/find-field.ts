// From the name that somebody wrote to the field, or to the names that were probably meant.
import { fields, type FieldName } from "./fields.ts";

const names = Object.keys(fields) as FieldName[];

const byName = new Map<string, FieldName>(
  names.flatMap((name) => [name, ...fields[name].aliases].map((written) => [written, name])),
);

/** Undefined where there is none; names are matched exactly. */
export const findField = (written: string): FieldName | undefined => byName.get(written);

const MOST = 3;
/** More of a name says no more about what was meant. */
const LONGEST = 40;

/** Names to suggest for one that is unknown: the one that differs by upper and lower case only, else the three nearest. */
export function nearestFields(unknown: string): string[] {
  const asked = unknown.slice(0, LONGEST).toLowerCase();
  const known = [...byName.keys()];
  const same = known.filter((name) => name.toLowerCase() === asked);
  if (same.length > 0) return same;
  return known
    .map((name) => ({ name, distance: distance(asked, name) }))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A name that has the asked one as one of its parts or words is nearer than any misspelling. */
function distance(asked: string, name: string): number {
  const parts = name.split(".");
  if (parts.some((part) => part.toLowerCase() === asked)) return 0;
  if (parts.some((part) => part.split(/(?=[A-Z])/).some((word) => word.toLowerCase() === asked))) return 0.5;
  const [, last = asked] = asked.split(".");
  const wrongHalf = parts.map((part) => edits(last, part.toLowerCase()) + 0.5);
  return Math.min(edits(asked, name.toLowerCase()), ...wrongHalf);
}

/** Levenshtein's: characters to insert, remove or replace. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_none, index) => index);
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= to.length; other += 1) {
      const replaced = (row[other - 1] ?? 0) + Number(from[at - 1] !== to[other - 1]);
      next.push(Math.min(replaced, (row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
