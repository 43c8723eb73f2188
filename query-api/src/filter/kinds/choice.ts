// One of a closed set of words.
import { absentIsEmpty, anyOf, type Kind } from "./kind.ts";
import { exactly } from "./text.ts";

/** Upper and lower case, hyphen and underscore are alike: service-account is SERVICE_ACCOUNT. */
export function choiceKind(choices: readonly string[]): Kind {
  return {
    name: "choice",
    operators: ["=", "!="],
    takesPrefix: false,
    values: choices,
    read: ({ text, prefix }) => {
      const choice = choices.find((one) => one === text.toUpperCase().replaceAll("-", "_"));
      return choice === undefined
        ? { ok: false, expected: `one of ${choices.join(", ")}` }
        : { ok: true, value: { text: choice, prefix } };
    },
    condition: (column, _operator, values, bind) => anyOf(exactly(column, values, bind)),
    matches:
      (_operator, { text }) =>
      (stored) =>
        stored === text,
    ...absentIsEmpty,
  };
}
