// Free-form parts: JSON text as it is stored. Only parts of it can be asked for; what they are worth is the producer's.
import { contains, fold, jsonNeedles } from "./contains.ts";
import { absentIsEmpty, anyOf, type Kind } from "./kind.ts";

export const jsonKind: Kind = {
  name: "json",
  operators: [":"],
  takesPrefix: false,
  read: (value) => ({ ok: true, value }),
  condition: (column, _operator, values, bind) =>
    anyOf(values.flatMap(({ text }) => jsonNeedles(text).map((needle) => contains(column, bind(needle, "String"))))),
  matches: (_operator, { text }) => {
    const needles = jsonNeedles(text);
    return (stored) => {
      const haystack = fold(stored);
      return needles.some((needle) => haystack.includes(needle));
    };
  },
  ...absentIsEmpty,
};
