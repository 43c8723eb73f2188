// From a filter to a function that says the same of one row: for the store in memory and for entries that have not been stored yet.
import { type EmailOf } from "../emails/emails.ts";
import { initiatorOf, type EntryRow } from "../query/entry-row.ts";
import { alsoMeant } from "./also-meant.ts";
import { fields, type FieldName } from "./fields/fields.ts";
import type { Expression, Filter } from "./filter.ts";
import { searchMatches } from "./search.ts";

/** `emailOf`: the initiators' latest e-mails, as the store has them. */
export type EntryPredicate = (row: EntryRow, emailOf: EmailOf) => boolean;

export function filterToPredicate(filter: Filter): EntryPredicate {
  return filter.kind === "all" ? () => true : predicateOf(filter);
}

function predicateOf(expression: Expression): EntryPredicate {
  switch (expression.kind) {
    case "and": {
      const all = expression.of.map(predicateOf);
      return (row, emailOf) => all.every((one) => one(row, emailOf));
    }
    case "or": {
      const any = expression.of.map(predicateOf);
      return (row, emailOf) => any.some((one) => one(row, emailOf));
    }
    case "not": {
      const negated = predicateOf(expression.of);
      return (row, emailOf) => !negated(row, emailOf);
    }
    case "search": {
      const says = searchMatches(expression.text);
      const also = alsoMeant(expression.text);
      if (also === undefined) return says;
      const isMeant = predicateOf(also);
      return (row, emailOf) => says(row) || isMeant(row, emailOf);
    }
    case "present": {
      const { field } = expression;
      return (row, emailOf) => fields[field].kind.isPresent(storedOf(field, row, emailOf));
    }
    default: {
      const { field, operator, values } = expression;
      const asked = operator === "!=" ? "=" : operator;
      const any = values.map((value) => fields[field].kind.matches(asked, value));
      const wanted = operator !== "!=";
      return (row, emailOf) => {
        const stored = storedOf(field, row, emailOf);
        return any.some((matches) => matches(stored)) === wanted;
      };
    }
  }
}

function storedOf(field: FieldName, row: EntryRow, emailOf: EmailOf): string {
  const { column } = fields[field];
  return column === "initiators.email" ? (emailOf(initiatorOf(row)) ?? "") : row[column];
}
