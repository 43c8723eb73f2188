// Full-text search: a text must occur somewhere in what an entry says, upper and lower case alike. How it is stored is being chosen by
// measurement, so that all that depends on it is here: the SQL and the same in TypeScript.
import { events } from "@audit-log/schemas";
import type { EntryColumn, EntryRow } from "../query/entry-row.ts";
import { bindNeedle, contains, fold, jsonNeedles } from "./kinds/contains.ts";
import { anyOf, type Bind } from "./kinds/kind.ts";

const TEXT_COLUMNS = [
  "event_name",
  "resource_type",
  "resource_id",
  "resource_name",
  "initiator_id",
  "request_endpoint",
  "status_message",
] as const satisfies readonly EntryColumn[];

const JSON_COLUMNS = [
  "request_parameters",
  "request_body",
  "details",
  "result",
] as const satisfies readonly EntryColumn[];

/** SQL that is 1 where the text occurs, else 0. */
export function searchCondition(text: string, bind: Bind): string {
  const needle = bindNeedle(text, bind);
  const escaped = jsonNeedles(text)
    .slice(1)
    .map((other) => bind(other, "String"));
  const names = eventsThatSay(text);
  return anyOf([
    ...TEXT_COLUMNS.map((column) => contains(column, needle)),
    ...JSON_COLUMNS.flatMap((column) => [needle, ...escaped].map((one) => contains(column, one))),
    ...(names.length === 0 ? [] : [`event_name IN ${bind(names, "Array(String)")}`]),
  ]);
}

export function searchMatches(text: string): (row: EntryRow) => boolean {
  const needle = fold(text);
  const needles = jsonNeedles(text);
  const names = new Set(eventsThatSay(text));
  return (row) =>
    names.has(row.event_name) ||
    TEXT_COLUMNS.some((column) => fold(row[column]).includes(needle)) ||
    JSON_COLUMNS.some((column) => {
      const stored = fold(row[column]);
      return needles.some((one) => stored.includes(one));
    });
}

/** The sentence that people read is not stored but made of the catalogue's template; what is filled into it is searched in the columns. */
const sentences: readonly { readonly name: string; readonly parts: readonly string[] }[] = events.map((event) => ({
  name: event.name,
  parts: fold(event.sentence).split(/\{[a-z.]+\}/),
}));

function eventsThatSay(text: string): string[] {
  const needle = fold(text);
  return sentences.filter(({ parts }) => parts.some((part) => part.includes(needle))).map(({ name }) => name);
}
