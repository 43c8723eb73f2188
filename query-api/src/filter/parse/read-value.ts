// What follows a comparator: one value, or several in parentheses.
import type { FieldName } from "../fields/fields.ts";
import { fields } from "../fields/fields.ts";
import type { Operator, Value } from "../kinds/kind.ts";
import { MAX_VALUE_LENGTH } from "../limits.ts";
import { FilterFault } from "./filter-fault.ts";
import type { Scanner } from "./scanner.ts";
import { startsQuoted } from "./scanner.ts";
import { isKeyword } from "./words.ts";

/** A value as it was written. */
interface Written {
  readonly text: string;
  /** A * right after it. */
  readonly prefix: boolean;
  readonly at: number;
}

/** `count` is told of each value, with its place. */
export function readValues(
  scanner: Scanner,
  field: FieldName,
  operator: Operator,
  count: (at: number) => void,
): readonly Value[] {
  const read = (): Value => {
    const written = readWritten(scanner);
    count(written.at);
    return valueOf(written, field, operator);
  };
  const opening = scanner.at;
  if (!scanner.take("(")) return [read()];
  if (operator !== "=" && operator !== "!=" && operator !== ":")
    throw new FilterFault(opening, `expected one value after ${operator}`);
  const values: Value[] = [];
  do {
    scanner.skipSpace();
    values.push(read());
    scanner.skipSpace();
  } while (scanner.takeKeyword("OR"));
  if (!scanner.take(")")) throw new FilterFault(scanner.at, "expected OR and another value, or )");
  return values;
}

function readWritten(scanner: Scanner): Written {
  const { at } = scanner;
  if (startsQuoted(scanner)) {
    const text = checked(scanner.quoted(), at);
    const prefix = scanner.take("*");
    scanner.expectBreak();
    if (text === "")
      throw new FilterFault(at, "expected a value that is not empty; NOT field:* finds entries without it");
    return { text, prefix, at };
  }
  const bare = scanner.bareValue();
  if (bare === "" || isKeyword(bare))
    throw new FilterFault(at, `expected a value${bare === "" ? "" : `; to ask for ${bare}, put it in quotes`}`);
  if ("=<>".includes(bare[0] ?? ""))
    throw new FilterFault(at, "expected a value after the comparator; one that begins like this is put in quotes");
  scanner.expectBreak();
  const prefix = bare.endsWith("*");
  const text = checked(prefix ? bare.slice(0, -1) : bare, at);
  const star = text.indexOf("*");
  if (star >= 0)
    throw new FilterFault(at + star, "expected * at the end of a value only; a text with * in it is put in quotes");
  return { text, prefix, at };
}

function valueOf({ text, prefix, at }: Written, field: FieldName, operator: Operator): Value {
  const { kind } = fields[field];
  if (prefix && operator === ":")
    throw new FilterFault(at, "expected a value without *: the colon finds it anywhere in the text");
  if (prefix && !kind.takesPrefix) throw new FilterFault(at, `expected a value without *: ${field} is matched whole`);
  if (prefix && text === "") throw new FilterFault(at, "expected something before the *");
  const read = kind.read({ text, prefix }, operator);
  if (!read.ok) throw new FilterFault(at, `${field} must be ${read.expected}`);
  return read.value;
}

export function checked(text: string, at: number): string {
  if (text.length > MAX_VALUE_LENGTH)
    throw new FilterFault(at, `expected a text of at most ${MAX_VALUE_LENGTH} characters, this has ${text.length}`);
  return text;
}
