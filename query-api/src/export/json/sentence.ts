// The sentence of an event (schemas/src/sentence.ts) in bytes: the catalogue's template, cut where names are filled in.
import { eventByName } from "@audit-log/schemas";
import { type ByteWriter, Piece } from "./byte-writer.ts";
import type { CanonicalObject } from "./canonical-object.ts";

type Part =
  | { readonly kind: "literal"; readonly text: Piece }
  | { readonly kind: "initiator" | "resource" | "scope" }
  | { readonly kind: "details"; readonly key: Buffer };

export interface Sentence {
  readonly parts: readonly Part[];
  readonly prefixes: ReadonlyMap<string, Piece>;
}

/** As it is between the quotes of a JSON text. */
export const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Undefined for an event that this program does not know: its sentence is its name. */
export function sentenceOfEvent(name: string): Sentence | undefined {
  const event = eventByName(name);
  if (event === undefined) return undefined;
  const prefixes = new Map([["FAILURE", new Piece("Failed: ")]]);
  if (event.eventType !== "POLICY_DENIED") prefixes.set("DENIED", new Piece("Denied: "));
  return { prefixes, parts: event.sentence.split(/(\{[a-zA-Z.]+\})/).map(partOf) };
}

function partOf(text: string): Part {
  const name = /^\{([a-zA-Z.]+)\}$/.exec(text)?.[1];
  if (name === undefined) return { kind: "literal", text: new Piece(jsonText(text)) };
  if (name === "initiator" || name === "resource" || name === "scope") return { kind: name };
  return { kind: "details", key: Buffer.from(jsonText(name.replace("details.", ""))) };
}

const QUOTE = 0x22;
/** First bytes of an object, a list and null, which a sentence leaves out. */
const LEFT_OUT: ReadonlySet<number> = new Set(Buffer.from("{[n"));

/** The value of a key of the details, which are canonical: a text, a number, true or false stand there as the sentence has them. Room must be reserved. */
export function writeDetail(
  details: CanonicalObject,
  bytes: Buffer,
  view: DataView,
  key: Buffer,
  to: ByteWriter,
): void {
  for (let index = 0; index < details.keys; index += 1) {
    const from = details.keyStarts[index] ?? 0;
    if ((details.keyEnds[index] ?? 0) - from !== key.length || !isAt(key, bytes, from)) continue;
    const start = details.valueStarts[index] ?? 0;
    const end = details.valueEnds[index] ?? 0;
    const first = bytes[start] ?? 0;
    if (first === QUOTE) to.copy(bytes, view, start + 1, end - start - 2);
    else if (!LEFT_OUT.has(first)) to.copy(bytes, view, start, end - start);
    return;
  }
}

function isAt(key: Buffer, bytes: Buffer, from: number): boolean {
  for (let index = 0; index < key.length; index += 1) if (key[index] !== bytes[from + index]) return false;
  return true;
}
