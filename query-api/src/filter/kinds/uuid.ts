// The event's own id.
import { z } from "zod";
import { absentIsEmpty, anyOf, type Kind } from "./kind.ts";

const uuid = z.guid();

export const uuidKind: Kind = {
  name: "uuid",
  operators: ["=", "!="],
  takesPrefix: false,
  read: ({ text, prefix }) =>
    uuid.safeParse(text).success
      ? { ok: true, value: { text: text.toLowerCase(), prefix } }
      : { ok: false, expected: "a UUID, such as 019cff5a-1d3a-7b6e-8f21-0c4b5d6e7f80" },
  condition: (column, _operator, values, bind) => anyOf(values.map(({ text }) => `${column} = ${bind(text, "UUID")}`)),
  matches:
    (_operator, { text }) =>
    (stored) =>
      stored.toLowerCase() === text,
  ...absentIsEmpty,
};
