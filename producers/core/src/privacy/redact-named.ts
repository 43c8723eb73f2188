// "name=value" and "name: value" inside a text, where the name is a secret's: query strings, connection strings, YAML, JSON in a string.
// Names are found one after the other; only the value of a secret one is skipped, so that a value may hold further pairs.
import { isAmbiguousName, isSecretName, isTokenLike, REDACTED } from "./secret-names.ts";

/** A name with its separator, also percent-encoded; a quote, also an escaped one, or a bracket may close the name. The look-behind keeps it linear in a long word. */
const NAME = /(?<![\w.-])([\w.-]+)(?:\\{0,4}["'])?(?:\]|%5D)?\s{0,8}(?:=>|[=:](?!\/\/)|%(?:25){0,3}3[DAda])\s{0,8}/g;
/** What percent-encoding leaves before a name: "%26password", "%3Ftoken". */
const ENCODED = /^(?:25){0,3}[0-9A-Fa-f]{2}/;

/**
 * A value: quoted; quoted inside a quoted text (\"); a block or a list of YAML; a list or an object that does not nest; a scheme and
 * its credentials; bare. A quote that never closes takes the rest.
 */
const VALUE =
  /\\{1,4}"(?:[^\\]|\\(?!\\{0,3}"))*|"(?:[^"\\]|\\[^])*|'(?:[^'\\]|\\[^])*|[|>][\d+-]{0,2}[ \t]*\r?\n(?:[ \t][^\n]*(?:\n|$)|\r?\n)+|-[ \t][^\n]*(?:\n[ \t]*-[ \t][^\n]*)*|\[[^\]]*\]?|\{[^}]*\}?|(?:bearer|basic|digest|token|apikey)\s{1,8}[^\s"'&;,<>\\]+|[^\s"'&;<>\\]+/iy;
/** Cookies and credentials of a header fill the line. */
const LINE = /[^\r\n"'\\]+/y;
const FILLS_LINE = /(?:cookie|authorization|passphrase)$/i;

export function redactNamed(text: string): string {
  let done = "";
  let from = 0;
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found !== null; found = NAME.exec(text)) {
    const name = found[1] ?? "";
    const secret = isSecretName(text[found.index - 1] === "%" ? name.replace(ENCODED, "") : name);
    if (!secret && !isAmbiguousName(name)) continue;
    const start = NAME.lastIndex;
    const end = valueEnd(text, start, FILLS_LINE.test(name));
    if (end === start || (!secret && !isTokenLike(text.slice(start, end)))) continue;
    done += text.slice(from, start) + REDACTED;
    from = end;
    NAME.lastIndex = end;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** Quotes around the value go with it. */
function valueEnd(text: string, start: number, fillsLine: boolean): number {
  const quoted = /["'\\]/.test(text.charAt(start));
  const shape = fillsLine && !quoted ? LINE : VALUE;
  shape.lastIndex = start;
  return shape.test(text) ? closeQuote(text, start, shape.lastIndex) : start;
}

function closeQuote(text: string, start: number, end: number): number {
  const quote = /^\\{0,4}["']/.exec(text.slice(start, start + 5))?.[0];
  return quote !== undefined && text.startsWith(quote, end) ? end + quote.length : end;
}
