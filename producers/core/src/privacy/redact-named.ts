// "name=value" and "name: value" inside a text, where the name is a secret's: query strings, connection strings, YAML, JSON in a string.
// Names are found one after the other; only the value of a secret one is skipped, so that a value may hold further pairs.
import { blockEnd, valueEnd } from "./named-value.ts";
import { isAmbiguousName, isSecretName, isTokenLike, REDACTED } from "./secret-names.ts";

/** A name with its separator, also percent-encoded; a quote, also an escaped one, or brackets may close the name. The look-behind keeps it linear in a long word. */
const NAME =
  /(?<![\w.\u00c0-\uffff-])([\w.\u00c0-\uffff-]+)(?:\\{0,4}["'])?(?:\[\d{0,9}\]|\]|%5B%5D|%5D)?\s{0,8}(?:=>|[=:](?!\/\/)|%(?:25){0,3}3[DAda])\s{0,8}/g;
/** Says little alone: "API key: s", "seed phrase: s", "Unseal Key 1: s". */
const LAST_OF_WORDS = /^(?:keys?|string|codes?|phrase|hash|value|\d)$/i;
const LONGEST_WORDS = 64;
const WORDS_BEFORE = /[a-z][\w-]*(?: [\w-]+)?(?: [\w-]+)? $/i;
/** What percent-encoding leaves before a name: "%26password", "api%2Dkey". */
const ENCODED_BEFORE = /[\w.%-]*$/;
/** As in JSON: null and booleans are no secrets. */
const SAYS_SOMETHING = /^(?:true|false|null)[,}\]]*$/;
const TOKEN = /[\\"']{0,8}([\w.~+/=%:-]{8,256})/y;
const IN_ARN = /(?<![\w-])arn:[\w:-]*$/;
const FILLS_LINE = /(?:cookie|authorization|phrase)$/i;

export function redactNamed(text: string): string {
  const dataIsSecret = /\bkind["']?\s{0,4}:\s{0,4}["']?Secret\b/.test(text);
  let done = "";
  let from = 0;
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found !== null; found = NAME.exec(text)) {
    const name = found[1] ?? "";
    const secret = isSecretName(wholeName(text, found.index, name)) || (dataIsSecret && name === "data");
    const start = NAME.lastIndex;
    if ((!secret && !(isAmbiguousName(name) && beginsToken(text, start))) || isOfArn(text, found.index)) continue;
    const end = blockEnd(text, found.index, start) ?? valueEnd(text, start, FILLS_LINE.test(name));
    if (end === start || SAYS_SOMETHING.test(text.slice(start, end))) continue;
    done += text.slice(from, start) + REDACTED;
    from = end;
    NAME.lastIndex = end;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** With the words before it where the last one says little, and decoded where it was percent-encoded. */
function wholeName(text: string, index: number, name: string): string {
  const before = text.slice(Math.max(0, index - LONGEST_WORDS), index);
  if (before.endsWith("%")) return decoded(`${ENCODED_BEFORE.exec(before)?.[0] ?? ""}${name}`);
  return before.endsWith(" ") && LAST_OF_WORDS.test(name) ? `${WORDS_BEFORE.exec(before)?.[0] ?? ""}${name}` : name;
}

/** What follows the last separator of an encoded text; half an escape at its beginning is dropped. */
function decoded(text: string): string {
  let plain = text;
  for (let level = 0; level < 3 && plain.includes("%"); level++) {
    plain = plain.replaceAll(/%([0-9A-Fa-f]{2})/g, (_match, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return /[\w.-]*$/.exec(plain)?.[0] ?? "";
}

/** "arn:aws:secretsmanager:…:secret:db-main" is a name. */
const isOfArn = (text: string, index: number): boolean =>
  text.charAt(index - 1) === ":" && IN_ARN.test(text.slice(Math.max(0, index - LONGEST_WORDS), index));

/** Looked at closely but not far: the value of an ambiguous name is read once more where it stays. */
function beginsToken(text: string, start: number): boolean {
  TOKEN.lastIndex = start;
  return isTokenLike(TOKEN.exec(text)?.[1]);
}
