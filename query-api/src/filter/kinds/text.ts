// Text, compared as it is: names and ids. ":" finds a part of it, upper and lower case alike.
import { bindNeedle, contains, fold } from "./contains.ts";
import { absentIsEmpty, anyOf, type Bind, type Kind, type Value, type ValueRead } from "./kind.ts";

/** `read`: where texts that are written differently mean the same. */
export function textKind(read: (value: Value) => Value = (value) => value): Kind {
  return {
    name: "text",
    operators: ["=", "!=", ":"],
    takesPrefix: true,
    // A part of a text is not written in another way.
    read: (value, operator): ValueRead => ({ ok: true, value: operator === ":" ? value : read(value) }),
    condition: (column, operator, values, bind) =>
      operator === ":"
        ? anyOf(values.map(({ text }) => contains(column, bindNeedle(text, bind))))
        : anyOf([...exactly(column, values, bind), ...beginning(column, values, bind)]),
    matches: (operator, { text, prefix }) => {
      if (operator === ":") {
        const needle = fold(text);
        return (stored) => fold(stored).includes(needle);
      }
      return prefix ? (stored) => stored.startsWith(text) : (stored) => stored === text;
    },
    ...absentIsEmpty,
  };
}

/** One condition on the plain column, which an index can use; none where every value is a prefix. */
export function exactly(column: string, values: readonly Value[], bind: Bind): string[] {
  const texts = values.filter(({ prefix }) => !prefix).map(({ text }) => text);
  const [only, ...more] = texts;
  if (only === undefined) return [];
  return [more.length === 0 ? `${column} = ${bind(only, "String")}` : `${column} IN ${bind(texts, "Array(String)")}`];
}

export const beginning = (column: string, values: readonly Value[], bind: Bind): string[] =>
  values.filter(({ prefix }) => prefix).map(({ text }) => `startsWith(${column}, ${bind(text, "String")})`);
