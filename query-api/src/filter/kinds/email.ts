// The initiator's e-mail, upper and lower case alike. It is not in the events but in the table of initiators (infra/decisions/0015-emails-apart.md): the
// latest counts, and what was erased matches nothing.
import { INITIATORS_TABLE, MAX_NAME_LENGTH } from "@audit-log/schemas";
import { contains, fold, folded } from "./contains.ts";
import { absentIsEmpty, anyOf, type Kind, type Value } from "./kind.ts";
import { beginning, exactly } from "./text.ts";

/** Bounds as in query/emails-query.ts: what is longer than the contract allows has no e-mail. */
const known = `email != '' AND lengthUTF8(email) <= ${MAX_NAME_LENGTH} AND lengthUTF8(id) <= ${MAX_NAME_LENGTH}`;

const initiatorsWith = (condition: string): string =>
  `(initiator_kind, initiator_id) IN (SELECT kind, id FROM ${INITIATORS_TABLE} FINAL WHERE ${condition})`;

const foldedValue = ({ text, prefix }: Value): Value => ({ text: fold(text), prefix });

export const emailKind: Kind = {
  name: "email",
  operators: ["=", "!=", ":"],
  takesPrefix: true,
  read: (value) => ({ ok: true, value: foldedValue(value) }),
  condition: (_column, operator, values, bind) => {
    const email = folded("email");
    const any =
      operator === ":"
        ? values.map(({ text }) => contains("email", bind(text, "String")))
        : [...exactly(email, values, bind), ...beginning(email, values, bind)];
    return initiatorsWith(`${known} AND ${anyOf(any)}`);
  },
  matches: (operator, { text, prefix }) => {
    if (operator === ":") return (stored) => fold(stored).includes(text);
    return prefix ? (stored) => fold(stored).startsWith(text) : (stored) => fold(stored) === text;
  },
  present: () => initiatorsWith(known),
  isPresent: absentIsEmpty.isPresent,
};
