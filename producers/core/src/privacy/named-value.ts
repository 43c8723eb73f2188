// Where the value behind a name ends: a quoted text, a block of YAML, a list, an object, credentials with their scheme, a bare word.

/**
 * A value: a block or a list of YAML; a list or an object that does not nest; a scheme and its credentials; bare.
 * Quoted ones are handled apart. What never closes takes the rest.
 */
const VALUE =
  /[|>][\d+-]{0,2}[ \t]*\r?\n(?:[ \t][^\n]*(?:\n|$)|\r?\n)+|-[ \t][^\n]*(?:\n[ \t]*-[ \t][^\n]*)*|\[[^\]]*\]?|\{[^}]*\}?|(?:bearer|basic|digest|token|apikey)\s{1,8}[^\s"'&;,<>\\]+|[^\s"'&;<>\\]+/iy;
const DOUBLE_QUOTED = /"(?:[^"\\]|\\[^])*"?/y;
/** A backslash before a quote may belong to the text or to how it was quoted: either way the quote does not close. */
const SINGLE_QUOTED = /'(?:[^'\\]|\\+'?)*'?/y;
/** Cookies and credentials of a header fill the line. */
const LINE = /[^\r\n"'\\]+/y;
/** u's', N's', $"s" */
const PREFIX = /[a-zA-Z@$]{1,2}(?=["'])/y;
const OPENING = /\\*["']/y;

/** Quotes around the value go with it. */
export function valueEnd(text: string, from: number, fillsLine: boolean): number {
  const start = matchEnd(PREFIX, text, from);
  const quoteEnd = matchEnd(OPENING, text, start);
  if (quoteEnd > start) {
    const quote = text.slice(start, quoteEnd);
    if (quote === '"') return matchEnd(DOUBLE_QUOTED, text, start);
    return quote === "'" ? matchEnd(SINGLE_QUOTED, text, start) : closing(text, quote, quoteEnd);
  }
  return matchEnd(fillsLine && !"\\[{".includes(text.charAt(from)) ? LINE : VALUE, text, from);
}

/** Inside a text that was quoted itself: the same number of backslashes closes, more belong to the value. */
function closing(text: string, quote: string, from: number): number {
  for (let end = text.indexOf(quote, from); end >= 0; end = text.indexOf(quote, end + quote.length)) {
    if (text.charAt(end - 1) !== "\\") return end + quote.length;
  }
  return text.length;
}

function matchEnd(shape: RegExp, text: string, from: number): number {
  shape.lastIndex = from;
  return shape.test(text) ? shape.lastIndex : from;
}

/** The lines below a name that stand further right, as YAML nests; undefined where the value begins in the name's own line. */
export function blockEnd(text: string, nameAt: number, valueAt: number): number | undefined {
  const firstBreak = text.indexOf("\n", nameAt);
  if (firstBreak < 0 || firstBreak >= valueAt) return undefined;
  const indent = indentAt(text, text.lastIndexOf("\n", nameAt) + 1);
  let end = firstBreak;
  while (end >= 0 && end < text.length) {
    const line = end + 1;
    const own = indentAt(text, line);
    const listed = own === indent && text.startsWith("- ", line + own);
    if (own <= indent && !listed && text.charAt(line + own) !== "\n") break;
    const next = text.indexOf("\n", line);
    if (next < 0) return text.length;
    end = next;
  }
  return end > firstBreak && end > valueAt ? end : undefined;
}

function indentAt(text: string, line: number): number {
  let at = line;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at++;
  return at - line;
}
