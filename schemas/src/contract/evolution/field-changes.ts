// The fields of a published record against the same record in the working copy: every change that somebody would notice, by its
// path and in the words that people use for types. Avro alone would let some of them pass: a field that goes missing and has a
// default is no fault to a decoder, and is one to everybody who looks for it.
import type { AvroField, AvroSchema } from "../../avro-schema.ts";
import { words, withoutNull } from "../../generate/catalogue/fields.ts";
import { resolved, type NamedTypes } from "../../resolution.ts";
import type { Breach } from "./breach.ts";

export type Change = Omit<Breach, "event">;

export interface Side {
  fields: readonly AvroField[];
  /** What a name inside the fields' types means. */
  names: NamedTypes;
}

export function fieldChanges(before: Side, now: Side, path: string): Change[] {
  const present = new Map(now.fields.map((field) => [field.name, field]));
  const known = new Set(before.fields.map((field) => field.name));
  const added = now.fields.filter((field) => !known.has(field.name));
  return [
    ...before.fields.flatMap((field) => {
      const at = path + field.name;
      const after = present.get(field.name);
      if (after === undefined) return [gone(field, added, at)];
      return [...defaultChanges(field, after, at), ...typeChanges(field.type, after.type, before, now, at)];
    }),
    ...added.filter((field) => !("default" in field)).map((field) => required(path + field.name)),
  ];
}

function gone(field: AvroField, added: readonly AvroField[], path: string): Change {
  const heirs = added.filter((other) => JSON.stringify(other.type) === JSON.stringify(field.type));
  const heir = heirs.length === 1 ? heirs[0]?.name : undefined;
  return {
    path,
    fault: heir === undefined ? "is gone" : `is gone, or was renamed to ${heir}`,
    breaks: ["default" in field ? [] : ["old-readers" as const], "callers" as const, "viewers" as const].flat(),
    instead: "keep the field; add another beside it where one is needed, optional and with a default",
  };
}

const required = (path: string): Change => ({
  path,
  fault: "is new and has no default",
  breaks: ["new-readers", "callers"],
  instead: 'make it optional: "type": ["null", …], "default": null',
});

function defaultChanges(before: AvroField, now: AvroField, path: string): Change[] {
  if (!("default" in before)) return [];
  if (!("default" in now)) {
    const instead = `keep "default": ${JSON.stringify(before.default)}`;
    return [{ path, fault: "has lost its default, so that it must be given", breaks: ["callers"], instead }];
  }
  const [was, is] = [before.default, now.default].map((value) => JSON.stringify(value));
  if (was === is) return [];
  const fault = `has another default (was ${was}, is ${is}), so that the same event reads differently`;
  return [{ path, fault, breaks: ["viewers"], instead: `keep "default": ${was}` }];
}

const KEEP_TYPE = "keep the field as it is and add another beside it, optional and with a default";

function typeChanges(was: AvroSchema, is: AvroSchema, before: Side, now: Side, path: string): Change[] {
  const nullable = [was, is].map((schema) => Array.isArray(schema) && schema.includes("null"));
  const nullChange: Change[] =
    nullable[0] === nullable[1]
      ? []
      : nullable[0]
        ? [{ path, fault: "may no longer be null", breaks: ["new-readers", "callers"], instead: KEEP_TYPE }]
        : [{ path, fault: "may be null now", breaks: ["old-readers", "viewers"], instead: KEEP_TYPE }];
  const [a, b] = [resolved(withoutNull(was), before.names), resolved(withoutNull(is), now.names)];
  return [...nullChange, ...bareChanges(a, b, before, now, path)];
}

function bareChanges(a: AvroSchema, b: AvroSchema, before: Side, now: Side, path: string): Change[] {
  if (typeof a === "object" && typeof b === "object" && !Array.isArray(a) && !Array.isArray(b)) {
    if (a.type === "array" && b.type === "array") return typeChanges(a.items, b.items, before, now, `${path}[]`);
    if (a.type === "map" && b.type === "map") return typeChanges(a.values, b.values, before, now, `${path}{}`);
    if (a.type === "enum" && b.type === "enum") return enumChanges(a, b, path);
    if (a.type === "record" && b.type === "record") {
      const named = simple(a.name) === simple(b.name) ? [] : [renamed(a.name, b.name, path)];
      return [...named, ...fieldChanges({ ...before, fields: a.fields }, { ...now, fields: b.fields }, `${path}.`)];
    }
  }
  const [was, is] = [describe(a, before.names), describe(b, now.names)];
  return was === is
    ? []
    : [{ path, fault: `was ${was}, is ${is}`, breaks: breaksOf(kind(a), kind(b)), instead: KEEP_TYPE }];
}

const renamed = (was: string, is: string, path: string): Change => ({
  path,
  fault: `has its type ${simple(was)} renamed to ${simple(is)}`,
  breaks: ["new-readers", "old-readers", "callers"],
  instead: `call the type ${simple(was)} again`,
});

interface Enum {
  symbols: string[];
  default?: string;
}

function enumChanges(before: Enum, now: Enum, path: string): Change[] {
  const minus = before.symbols.filter((symbol) => !now.symbols.includes(symbol));
  const plus = now.symbols.filter((symbol) => !before.symbols.includes(symbol));
  const changes: Change[] = [];
  if (minus.length > 0) {
    const shown = now.default === undefined ? "" : `, so that stored events would read ${now.default}`;
    const fault = `no longer has ${minus.join(", ")}${shown}`;
    changes.push({ path, fault, breaks: ["new-readers", "callers", "viewers"], instead: "keep the symbol" });
  }
  if (plus.length > 0 && before.default === undefined) {
    const fault = `has the new symbol ${plus.join(", ")}, and the published version has no default for it`;
    changes.push({ path, fault, breaks: ["old-readers"], instead: "add an optional field beside it" });
  }
  if (before.default !== undefined && now.default !== before.default) {
    const fault = `has ${now.default === undefined ? "no" : "another"} default symbol any more (was ${before.default})`;
    changes.push({ path, fault, breaks: ["new-readers"], instead: `keep "default": "${before.default}"` });
  }
  return changes;
}

const WIDER: Record<string, readonly string[]> = { int: ["long", "float", "double"], long: ["float", "double"] };

/** A wider number is read by who knows it, and breaks who does not. */
function breaksOf(was: string, is: string): Breach["breaks"] {
  if (WIDER[was]?.includes(is)) return ["old-readers"];
  if (WIDER[is]?.includes(was)) return ["new-readers", "callers"];
  return was === is ? ["viewers"] : ["new-readers", "old-readers", "callers", "viewers"];
}

const kind = (schema: AvroSchema): string =>
  typeof schema === "string" ? schema : Array.isArray(schema) ? "union" : schema.type;

/** In words, with Avro's own name where the words would be the same: "whole number (long)". */
function describe(schema: AvroSchema, names: NamedTypes): string {
  const size = typeof schema === "object" && "size" in schema ? ` of ${schema.size}` : "";
  return `${words(schema, names)} (${kind(schema)}${size})`;
}

const simple = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
