// A moment, to the millisecond. Which period a list shows is its window's business; this narrows it.
import { z } from "zod";
import { storedTimeOf } from "../../query/entry-row.ts";
import { compare } from "./compare.ts";
import { absentIsEmpty, anyOf, type Kind } from "./kind.ts";

const rfc3339 = z.iso.datetime({ offset: true });
const day = z.iso.date();

/** Times that both JavaScript and ClickHouse can hold, with room on both sides. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

export const timeKind: Kind = {
  name: "time",
  operators: ["<", "<=", ">", ">="],
  takesPrefix: false,
  read: ({ text, prefix }) => {
    // A day alone is its first moment, UTC.
    const isTime = rfc3339.safeParse(text).success || day.safeParse(text).success;
    const time = isTime ? Date.parse(text) : Number.NaN;
    return time >= EARLIEST && time < LATEST
      ? { ok: true, value: { text: new Date(time).toISOString(), prefix } }
      : { ok: false, expected: "an ISO 8601 time with a zone, such as 2026-03-21T08:10:14.422Z, or a day" };
  },
  condition: (column, operator, values, bind) =>
    anyOf(values.map(({ text }) => `${column} ${operator} ${bind(storedOf(text), "DateTime64(3, 'UTC')")}`)),
  matches: (operator, { text }) => {
    // Both have the same digits at the same places, so their order is that of the texts.
    const asked = storedOf(text);
    return (stored) => compare(stored, operator, asked);
  },
  ...absentIsEmpty,
};

const storedOf = (iso: string): string => storedTimeOf(Date.parse(iso));
