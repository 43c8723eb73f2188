// Every field with every operator and the values that may break it: what random filters would find in hours only.
import { idOf } from "../../../test/rows.ts";
import { fields, type FieldName } from "../fields/fields.ts";
import type { Term } from "../filter.ts";
import { EMAILS } from "./any-filter.ts";
import { ADDRESSES, INITIATOR_IDS, NASTY, poolOf, TIMES } from "./any-row.ts";

const names = Object.keys(fields) as FieldName[];

/** Whole, its beginning, its end, and in capitals and small. */
const variations = (text: string): string[] => {
  const half = Math.ceil(text.length / 2);
  const parts = [text, text.slice(0, half), text.slice(half), text.toUpperCase(), text.toLowerCase()];
  return parts.filter((part) => part !== "" && part.isWellFormed());
};

const NETWORK_BITS = [0, 1, 8, 31, 32, 90, 96, 104, 127, 128];

function writtenFor(name: FieldName): string[] {
  const { kind, column } = fields[name];
  switch (kind.name) {
    case "choice":
      return [...(kind.values ?? [])];
    case "number":
      return ["1", "199", "200", "201", "403", "999999999"];
    case "time":
      return TIMES.map((time) => new Date(time).toISOString());
    case "uuid":
      return [idOf(1), idOf(2).toUpperCase(), idOf(1_000_000)];
    case "address":
      return ADDRESSES.flatMap((address) => [address, ...NETWORK_BITS.map((bits) => `${address}/${bits}`)]);
    case "email":
      return EMAILS.flatMap(variations);
    default:
      if (name === "traceparent") return ["4BF92F3577B34DA6A3CE929D0E0E4736", "00-4bf9", "0"];
      if (name === "initiator.id") return INITIATOR_IDS.flatMap(variations);
      return column === "initiators.email" ? [] : poolOf(column).flatMap(variations);
  }
}

function comparisonsOf(field: FieldName): Term[] {
  const { kind } = fields[field];
  return kind.operators.flatMap((operator) =>
    [false, true]
      .filter((prefix) => !prefix || (kind.takesPrefix && operator !== ":"))
      .flatMap((prefix) =>
        writtenFor(field).flatMap((text): Term[] => {
          const read = kind.read({ text, prefix }, operator);
          return read.ok ? [{ kind: "comparison", field, operator, values: [read.value] }] : [];
        }),
      ),
  );
}

/** Of fields that differ by their column only, one has all values and the others a few. */
const OTHERS = 6;

function termsOf(field: FieldName): Term[] {
  const { kind, optional } = fields[field];
  const isFirst = (["resource.name", ...names] as const).find((name) => fields[name].kind === kind) === field;
  const comparisons = comparisonsOf(field);
  const step = isFirst ? 1 : Math.ceil(comparisons.length / OTHERS);
  return [
    ...comparisons.filter((_term, index) => index % step === 0),
    ...(optional ? [{ kind: "present", field } as const] : []),
  ];
}

export const everyTerm: readonly Term[] = [
  ...names.flatMap(termsOf),
  ...[...NASTY, ...EMAILS, ...ADDRESSES, "10.0.0.0/8", "created", "the project", "budget.create", "403"]
    .flatMap(variations)
    .map((text): Term => ({ kind: "search", text })),
];
