// A writer's schema → the instructions by which its events are read (read-event.ts). Compiled once per schema id; fields that we do not know
// are skipped, fields that the writer did not have stay empty. Throws NotFast where the slow path must read them.
import {
  type AvroEnum,
  type AvroField,
  type AvroRecord,
  type AvroSchema,
  compileWalker,
  envelopeSchema,
  isRecord,
  namedTypes,
  type NamedTypes,
  resolved,
  type Walker,
} from "@audit-log/schemas";
import { CHOICES, cellOf, DETAILS, EVENT_TIME, ID, JSONS, SEQUENCE, STATUS_CODE, TEXT_PATHS } from "./fields.ts";
import { jsonWriter, NotFast, type WriteJson } from "./json.ts";

/** What stands at the next byte. `cell`: where it goes; `nothing`: the branch of its union that is null. */
export type Instruction =
  | { op: "text"; cell: number }
  | { op: "choice"; cell: number; symbols: Int32Array }
  | { op: "id"; cell: number }
  | { op: "eventTime" }
  | { op: "sequence" }
  | { op: "int"; cell: number }
  | { op: "orNull"; nothing: number; present: readonly Instruction[] }
  /** The writer's schema does not have it. */
  | { op: "absent"; what: readonly Instruction[] }
  | { op: "json"; cell: number; write: WriteJson }
  | { op: "details"; cell: number; branches: readonly WriteJson[] }
  | { op: "skip"; walk: Walker };

const texts = new Set(TEXT_PATHS);
const choices = new Set(CHOICES.map(([, path]) => path));
const jsons = new Set(JSONS.map(([, path]) => path));

/** `schema`: the writer's, an event's. Throws NotFast. */
export function compileProgram(schema: AvroSchema): Instruction[] {
  if (!isRecord(schema)) throw new NotFast("no record");
  return new Compiler(schema).fields(schema.fields, envelopeSchema.fields, "");
}

class Compiler {
  readonly #names: NamedTypes;

  constructor(root: AvroRecord) {
    this.#names = namedTypes(root);
  }

  fields(fields: readonly AvroField[], ours: readonly AvroField[], path: string): Instruction[] {
    const written = new Set(fields.map(({ name }) => name));
    const absent = ours.filter(({ name }) => !written.has(name));
    for (const { name, ...field } of absent)
      if (!isEmpty(field.default)) throw new NotFast(`${path}${name} is missing`);
    return [
      ...fields.flatMap(({ name, type }) => {
        const own = ours.find((field) => field.name === name);
        if (path + name === DETAILS) return [this.#details(type)];
        return own === undefined ? [this.#skip(type)] : this.#field(this.#type(type), own.type, path + name);
      }),
      ...absent.map(({ name, type }) => this.#absent(type, path + name)),
    ];
  }

  #absent(type: AvroSchema, path: string): Instruction {
    const own = new Compiler(envelopeSchema);
    return { op: "absent", what: own.#field(own.#type(type), type, path) };
  }

  #field(type: AvroSchema, ours: AvroSchema, path: string): Instruction[] {
    if (jsons.has(path)) return [{ op: "json", cell: cellOf(path), write: this.#json(type, ours) }];
    if (isRecord(type)) return this.#record(type, ours, path);
    if (!Array.isArray(type)) return [this.#leaf(type, ours, path)];
    const nothing = type.indexOf("null");
    if (type.length !== 2 || nothing < 0) throw new NotFast(path);
    const inner = this.#type(type[1 - nothing] ?? "null");
    const present = isRecord(inner) ? this.#record(inner, ours, path) : [this.#leaf(inner, ours, path)];
    return [{ op: "orNull", nothing, present: present.map(optional) }];
  }

  #leaf(type: AvroSchema, ours: AvroSchema, path: string): Instruction {
    const kind = kindOf(type);
    if (texts.has(path) && kind === "string") return { op: "text", cell: cellOf(path) };
    if (path === STATUS_CODE && kind === "int") return { op: "int", cell: cellOf(path) };
    if (path === EVENT_TIME && kind === "long") return { op: "eventTime" };
    if (path === SEQUENCE && kind === "long") return { op: "sequence" };
    if (path === ID && isFixed16(type)) return { op: "id", cell: cellOf(path) };
    if (choices.has(path) && isEnum(type) && isEnum(ours))
      return { op: "choice", cell: cellOf(path), symbols: symbolsOf(type, ours) };
    throw new NotFast(path);
  }

  #record(inner: AvroRecord, ours: AvroSchema, path: string): Instruction[] {
    const own = Array.isArray(ours) ? ours.find(isRecord) : ours;
    if (own === undefined || !isRecord(own)) throw new NotFast(path);
    return this.fields(inner.fields, own.fields, `${path}.`);
  }

  /** Ours and nothing else: what the writer has more or less must be resolved. */
  #json(type: AvroSchema, ours: AvroSchema): WriteJson {
    if (shapeOf(type) !== shapeOf(ours)) throw new NotFast("another shape");
    return jsonWriter(type, this.#names);
  }

  #details(type: AvroSchema): Instruction {
    if (!Array.isArray(type) || type.includes("null")) throw new NotFast("details");
    const branches = type.map((branch) => jsonWriter(this.#type(branch), this.#names));
    return { op: "details", cell: cellOf(DETAILS), branches };
  }

  /** A type that is only named here is not known to the walker. */
  #skip(type: AvroSchema): Instruction {
    try {
      return { op: "skip", walk: compileWalker(type) };
    } catch (cause) {
      throw new NotFast("a field that names a type", { cause });
    }
  }

  #type(type: AvroSchema): AvroSchema {
    return resolved(type, this.#names);
  }
}

/** What may be absent has a way to say so. */
function optional(instruction: Instruction): Instruction {
  if (["text", "int", "json", "orNull", "absent", "skip"].includes(instruction.op)) return instruction;
  throw new NotFast(`${instruction.op} or null`);
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.keys(value).length === 0);

const isEnum = (schema: AvroSchema): schema is AvroEnum =>
  typeof schema === "object" && !Array.isArray(schema) && schema.type === "enum";

const isFixed16 = (schema: AvroSchema): boolean =>
  typeof schema === "object" && !Array.isArray(schema) && schema.type === "fixed" && schema.size === 16;

const kindOf = (schema: AvroSchema): string =>
  typeof schema === "string" ? schema : Array.isArray(schema) ? "union" : schema.type;

function symbolsOf(writer: AvroEnum, ours: AvroEnum): Int32Array {
  return Int32Array.from(writer.symbols, (symbol) => {
    const known = ours.symbols.indexOf(ours.symbols.includes(symbol) ? symbol : (ours.default ?? ""));
    if (known < 0) throw new NotFast(`the symbol ${symbol}`);
    return known;
  });
}

/** What decides about bytes and JSON: fields and types, without the names of types. */
function shapeOf(schema: AvroSchema): string {
  if (typeof schema === "string") return schema;
  if (Array.isArray(schema)) return `[${schema.map(shapeOf).join()}]`;
  switch (schema.type) {
    case "record":
      return `{${schema.fields.map(({ name, type }) => `${name}:${shapeOf(type)}`).join()}}`;
    case "enum":
      return `enum(${schema.symbols.join()})`;
    case "fixed":
      return `fixed(${schema.size})`;
    case "array":
      return `array(${shapeOf(schema.items)})`;
    case "map":
      return `map(${shapeOf(schema.values)})`;
    default:
      return schema.type;
  }
}
