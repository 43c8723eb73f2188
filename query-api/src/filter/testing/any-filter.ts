// Filters for property tests: any tree that a text can mean, with values that the rows of any-row.ts have.
import * as fc from "fast-check";
import { idOf } from "../../../test/rows.ts";
import { fields, type FieldName } from "../fields/fields.ts";
import type { Expression, Filter, Term } from "../filter.ts";
import type { Kind, Operator, Value } from "../kinds/kind.ts";
import { anyAddress, anyText, INITIATOR_IDS, TIMES } from "./any-row.ts";

const names = Object.keys(fields) as FieldName[];

export const EMAILS = ["Anna.Schmidt@Example.com", "anna.schmidt@example.com", "ünï'@exÄmple.com", "ΣΟΣ@x", "a%_\\@x"];

/** A text, or the beginning or the end of one. */
const partOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.integer({ min: -3, max: 12 }))
    .map(([text, at]) => text.slice(at).toWellFormed() || text)
    .map((text) => (text === "" ? "x" : text));

const network = fc.tuple(anyAddress, fc.nat({ max: 128 })).map(([address, bits]) => `${address}/${bits}`);

function written(name: FieldName, kind: Kind): fc.Arbitrary<string> {
  switch (kind.name) {
    case "choice":
      return fc.constantFrom(...(kind.values ?? []));
    case "number":
      return fc.constantFrom("1", "200", "403", "404", "500", "999999999");
    case "time":
      return fc.constantFrom(...TIMES.map((time) => new Date(time).toISOString()));
    case "uuid":
      return fc.nat({ max: 20 }).map(idOf);
    case "address":
      return fc.oneof(anyAddress, network);
    case "email":
      return partOf(fc.constantFrom(...EMAILS));
    default:
      return textOf(name);
  }
}

function textOf(name: FieldName): fc.Arbitrary<string> {
  if (name === "initiator.id") return fc.constantFrom(...INITIATOR_IDS);
  if (name === "traceparent") return fc.constantFrom("4BF92F3577B34DA6A3CE929D0E0E4736", "00-4bf9", "0");
  const { known } = fields[name];
  return partOf(known.length > 0 ? fc.oneof(anyText, fc.constantFrom(...known.slice(0, 40))) : anyText);
}

function valueOf(name: FieldName, operator: Operator): fc.Arbitrary<Value> {
  const { kind } = fields[name];
  const prefix = kind.takesPrefix && operator !== ":" ? fc.boolean() : fc.constant(false);
  return fc
    .tuple(written(name, kind), prefix)
    .map(([text, isPrefix]) => kind.read({ text, prefix: isPrefix }, operator))
    .filter((read) => read.ok)
    .map(({ value }) => value);
}

function comparisonOf(field: FieldName): fc.Arbitrary<Term> {
  return fc.constantFrom(...fields[field].kind.operators).chain((operator) => {
    const maxLength = operator === "=" || operator === "!=" || operator === ":" ? 3 : 1;
    return fc
      .array(valueOf(field, operator), { minLength: 1, maxLength })
      .map((values): Term => ({ kind: "comparison", field, operator, values }));
  });
}

const optionalNames = names.filter((name) => fields[name].optional);

export const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names).chain(comparisonOf) },
  { weight: 1, arbitrary: fc.constantFrom(...optionalNames).map((field): Term => ({ kind: "present", field })) },
  {
    weight: 2,
    arbitrary: fc
      .oneof(
        partOf(fc.oneof(anyText, fc.constantFrom("created", "the project", "Budget"))),
        fc.constantFrom(...EMAILS),
        anyAddress,
        network,
      )
      .map((text): Term => ({
        kind: "search",
        text,
      })),
  },
);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyTerm,
    tie("expression").map((of): Expression => ({ kind: "not", of })),
    fc
      .tuple(
        fc.constantFrom<("and" | "or")[]>("and", "or"),
        fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, of]): Expression => ({ kind, of })),
  ),
}));

export const anyFilter: fc.Arbitrary<Filter> = fc.oneof(
  { weight: 30, arbitrary: expression },
  { weight: 1, arbitrary: fc.constant<Filter>({ kind: "all" }) },
);
