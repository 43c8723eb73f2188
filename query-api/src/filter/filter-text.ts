// The canonical text of a filter: reading it gives the same tree.
import type { Expression, Filter } from "./filter.ts";
import type { Value } from "./kinds/kind.ts";
import { isKeyword, quoted } from "./parse/words.ts";

export const filterText = (filter: Filter): string => (filter.kind === "all" ? "" : textOf(filter));

function textOf(expression: Expression): string {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.of.map(operandText).join(expression.kind === "and" ? " AND " : " OR ");
    case "not":
      return `NOT ${operandText(expression.of)}`;
    case "search":
      return isPlain(expression.text) && !expression.text.includes(":") ? expression.text : quoted(expression.text);
    case "present":
      return `${expression.field}:*`;
    default: {
      const [value = "", ...more] = expression.values.map(valueText);
      return `${expression.field}${expression.operator}${more.length === 0 ? value : `(${[value, ...more].join(" OR ")})`}`;
    }
  }
}

/** Parentheses also where precedence would do: people need not know it to read the text. */
const operandText = (expression: Expression): string =>
  expression.kind === "and" || expression.kind === "or" ? `(${textOf(expression)})` : textOf(expression);

const valueText = ({ text, prefix }: Value): string => (isPlain(text) ? text : quoted(text)) + (prefix ? "*" : "");

/** What needs no quotes, anywhere: fewer texts than could do without. */
const isPlain = (text: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9_.:/@+-]*$/.test(text) && !isKeyword(text);
