// The queries behind the e-mails of one page, as values.
import { INITIATOR_EMAILS, MAX_NAME_LENGTH } from "@audit-log/schemas";
import { settings, type Query } from "./query.ts";

/**
 * A server reads no bound value above 128 KiB (http_max_field_value_size). A character is at most three bytes here, and an id of the longest
 * allowed length fits several hundred times.
 */
const MOST_CHARACTERS = 32 * 1024;
/** Quotes and the comma. */
const AROUND_AN_ID = 3;

/** With the query of the page before it, it must end before the answer is given up (server-options.ts). */
const SETTINGS = settings({ max_execution_time: 3 });

/** Kind, id, e-mail: one row per kind of each id, '' as e-mail where it was erased. Versions of a row that are not merged yet are one here. */
const SQL = [
  "SELECT kind, id, argMax(email, version) AS latest",
  `FROM ${INITIATOR_EMAILS}`,
  "GROUP BY kind, id",
  `HAVING lengthUTF8(latest) <= ${MAX_NAME_LENGTH}`,
  SETTINGS,
].join("\n");

/** One query, more where ids are so many and long that a server would refuse them. Longer ids than the contract allows are left out. */
export function emailsQueries(ids: Iterable<string>): Query[] {
  const pieces: string[][] = [];
  let characters = Infinity;
  for (const id of new Set(ids)) {
    if (id.length > MAX_NAME_LENGTH) continue;
    characters += id.length + AROUND_AN_ID;
    if (characters > MOST_CHARACTERS) {
      pieces.push([]);
      characters = id.length + AROUND_AN_ID;
    }
    pieces.at(-1)?.push(id);
  }
  return pieces.map((piece) => ({ sql: SQL, params: { ids: piece } }));
}
