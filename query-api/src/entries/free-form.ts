// A free-form part: JSON text from a producer, shown as an object whatever it holds. One bad text must never spoil a page.

export type FreeForm = Record<string, unknown>;

/** JSON.stringify recurses: what nests deeper than this is shown as text. */
const MAX_DEPTH = 200;

/**
 * Undefined for ''; a JSON object as it is; `{value}` around any other JSON value; `{text}` around text that is not JSON
 * (the SDK cut it) or nests deeper than 200.
 */
export function freeForm(text: string): FreeForm | undefined {
  if (text === "") return undefined;
  if (nestsDeeperThan(MAX_DEPTH, text)) return { text };
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : { value };
  } catch {
    return { text };
  }
}

/** The list in a JSON text that we wrote ourselves; undefined where there is none. */
export function jsonList(text: string): FreeForm[] | undefined {
  const list = freeForm(text)?.["value"];
  return Array.isArray(list) ? list.filter(isObject) : undefined;
}

const isObject = (value: unknown): value is FreeForm =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One pass and no regular expression: strangers choose the text. */
function nestsDeeperThan(limit: number, text: string): boolean {
  if (text.length <= 2 * limit) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
