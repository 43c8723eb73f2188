// What an object holds for JSON, read in such a way that nothing it does (toJSON, getters, proxies) throws into the writer.
import { utf8Bytes } from "./cut.ts";
import { isSecretName } from "./secret-names.ts";

/** Strings up to here are measured as JSON would write them, longer ones as they are. */
const MEASURED_EXACTLY = 1024 * 1024;

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
    if (isBinary(value)) return { kind: "unserializable", why: `${value.byteLength} bytes of binary data` };
    if (Array.isArray(value)) return { kind: "list", items: value, length: value.length };
    if (value instanceof Set) return { kind: "list", items: [...value], length: value.size };
    const fields: object = value instanceof Map ? Object.fromEntries(value) : value;
    return { kind: "fields", object: fields, names: Object.keys(fields) };
  } catch {
    return { kind: "unserializable", why: "reading it threw" };
  }
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

/** { name: "DB_PASSWORD", value: "…" }: the secret's name stands beside it, as in the environment of a container. */
export function valueIsSecret(object: object): boolean {
  const name = read(object, "name") ?? read(object, "key");
  return typeof name === "string" && isSecretName(name);
}

/** UTF-8 bytes of the string in JSON. */
export const jsonBytes = (text: string): number =>
  text.length <= MEASURED_EXACTLY ? utf8Bytes(JSON.stringify(text)) : utf8Bytes(text) + 2;
