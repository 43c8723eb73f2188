// A whole number of at least 1. Absent is 0, and no comparison matches what is absent.
import { compare } from "./compare.ts";
import { anyOf, type Kind, type Positive } from "./kind.ts";

/** More digits would not fit Int32. */
const MAX_DIGITS = 9;

export const numberKind: Kind = {
  name: "number",
  operators: ["=", "!=", "<", "<=", ">", ">="],
  takesPrefix: false,
  read: ({ text, prefix }) => {
    const isNumber = text.length <= MAX_DIGITS && /^[0-9]+$/.test(text) && Number(text) > 0;
    if (!isNumber) return { ok: false, expected: "a whole number from 1 to 999999999, such as 403" };
    return { ok: true, value: { text: String(Number(text)), prefix } };
  },
  condition: (column, operator, values, bind) =>
    anyOf(
      values.map(({ text }) => {
        const compared = `${column} ${operator} ${bind(Number(text), "Int32")}`;
        return wouldMatchZero(operator) ? `(${column} != 0 AND ${compared})` : compared;
      }),
    ),
  matches: (operator, { text }) => {
    const asked = Number(text);
    return (stored) => (stored !== "0" || !wouldMatchZero(operator)) && compare(Number(stored), operator, asked);
  },
  present: (column) => `${column} != 0`,
  isPresent: (stored) => stored !== "0",
};

const wouldMatchZero = (operator: Positive): boolean => operator === "<" || operator === "<=";
