// Two values of one kind, by an operator. Texts in the order of their characters.
import type { Positive } from "./kind.ts";

export function compare<T extends number | string>(stored: T, operator: Positive, asked: T): boolean {
  switch (operator) {
    case "<":
      return stored < asked;
    case "<=":
      return stored <= asked;
    case ">":
      return stored > asked;
    case ">=":
      return stored >= asked;
    default:
      return stored === asked;
  }
}
