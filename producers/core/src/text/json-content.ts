// What an object holds for JSON, read in such a way that nothing it does (toJSON, getters, proxies) throws into the writer.
import { isBoxedPrimitive } from "node:util/types";

/** More entries of a Map, a Set or the like are not read: no part keeps as many values. */
const MOST_ENTRIES = 50_001;

/** Reading a property threw. */
export const FAULT: unique symbol = Symbol("fault");

export type Content =
  | { kind: "list"; items: readonly unknown[]; length: number }
  | { kind: "fields"; object: object; names: readonly string[] }
  | { kind: "plain"; value: unknown }
  | { kind: "unserializable"; why: string };

/** As JSON.stringify sees it, and beyond: a Map is an object, a Set a list; binary data is not written out as numbers. */
export function contentOf(object: object): Content {
  try {
    const value: unknown =
      "toJSON" in object && typeof object.toJSON === "function" && !isBinary(object) ? object.toJSON() : object;
    if (typeof value !== "object" || value === null) return { kind: "plain", value };
    // As an object of its characters it would be beyond every rule.
    if (isBoxedPrimitive(value)) return { kind: "plain", value: value.valueOf() };
    if (isBinary(value)) return { kind: "unserializable", why: `${value.byteLength} bytes of binary data` };
    if (Array.isArray(value)) return { kind: "list", items: value, length: value.length };
    if (value instanceof Set) {
      const items = firstOf<unknown>(value);
      return { kind: "list", items, length: items.length };
    }
    const names = Object.keys(value);
    if (names.length > 0 || !hasEntries(value)) return { kind: "fields", object: value, names };
    const fields = fieldsOf(value);
    return { kind: "fields", object: fields, names: Object.keys(fields) };
  } catch {
    return { kind: "unserializable", why: "reading it threw" };
  }
}

/** Of an object as literals and JSON.parse make them: most are, and need not be asked what else they may be. Undefined: see contentOf(). */
export function plainNames(object: object): readonly string[] | undefined {
  try {
    if (Object.getPrototypeOf(object) !== Object.prototype || "toJSON" in object || isBinary(object)) return undefined;
    const names = Object.keys(object);
    // Also a boxed text may have this prototype, and has its characters as fields; nothing else that is boxed has any.
    return names.length > 0 && names[0] !== "0" ? names : undefined;
  } catch {
    return undefined;
  }
}

function firstOf<T>(values: Iterable<T>): T[] {
  const first: T[] = [];
  for (const value of values) if (first.push(value) >= MOST_ENTRIES) break;
  return first;
}

/** Whether it keeps to itself what it holds, and gives it as pairs: Map, Headers, URLSearchParams, FormData. */
export const hasEntries = (value: object): value is { entries: () => Iterable<readonly [unknown, unknown]> } =>
  Symbol.iterator in value && "entries" in value && typeof value.entries === "function";

/** A name that comes more than once has a list of values. No prototype: "__proto__" is a name as any other. */
export function fieldsOf(value: { entries: () => Iterable<readonly [unknown, unknown]> }): Record<string, unknown> {
  const lists = new Map<string, [unknown, ...unknown[]]>();
  for (const [name, item] of firstOf(value.entries())) {
    const key = String(name);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [item]);
    else list.push(item);
  }
  return Object.fromEntries([...lists].map(([name, list]) => [name, list.length === 1 ? list[0] : list]));
}

const isBinary = (value: object): value is ArrayBufferView | ArrayBuffer =>
  ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

export function read(object: object, name: string | number): unknown {
  try {
    return (object as Readonly<Record<string | number, unknown>>)[name];
  } catch {
    return FAULT;
  }
}

/** JSON leaves such a field out and writes null for such an item. */
export const hasNoJson = (value: unknown): boolean =>
  value === undefined || typeof value === "function" || (typeof value === "symbol" && value !== FAULT);
