// The initiator's e-mail, upper and lower case alike. It is not in the events but in the table of initiators (infra/decisions/0015-emails-apart.md): the
// latest counts, and what was erased matches nothing.
import { initiatorsWithEmail } from "@audit-log/schemas";
import { fold } from "./contains.ts";
import { absentIsEmpty, type Bind, type Kind, type Value } from "./kind.ts";

const initiatorsLike = (patterns: readonly string[], bind: Bind): string =>
  `(initiator_kind, initiator_id) IN (SELECT kind, id FROM ${initiatorsWithEmail(bind(patterns, "Array(String)"))})`;

/** For LIKE, where these mean something. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

const foldedValue = ({ text, prefix }: Value): Value => ({ text: fold(text), prefix });

export const emailKind: Kind = {
  name: "email",
  operators: ["=", "!=", ":"],
  takesPrefix: true,
  read: (value) => ({ ok: true, value: foldedValue(value) }),
  condition: (_column, operator, values, bind) =>
    initiatorsLike(
      values.map(
        ({ text, prefix }) => (operator === ":" ? "%" : "") + literally(text) + (operator === ":" || prefix ? "%" : ""),
      ),
      bind,
    ),
  matches: (operator, { text, prefix }) => {
    if (operator === ":") return (stored) => fold(stored).includes(text);
    return prefix ? (stored) => fold(stored).startsWith(text) : (stored) => fold(stored) === text;
  },
  present: (_column, bind) => initiatorsLike(["%"], bind),
  isPresent: absentIsEmpty.isPresent,
};
