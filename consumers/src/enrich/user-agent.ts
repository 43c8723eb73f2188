// A user agent taken apart (RFC 9110, section 10.1.5: products with versions, comments in parentheses), one character after the other.

/** What stands behind is not looked at: no program has so much to say about itself. UTF-16 units. */
const MAX_LENGTH = 1_024;

export interface Products {
  /** Names of the products outside of comments, without version, lower case: "curl/8.10.1" is "curl". */
  products: string[];
  /** Every name and every word of a comment, lower case. */
  words: string[];
}

/** Total: a comment that does not end goes on to the end. */
export function productsOf(userAgent: string): Products {
  const text = userAgent.slice(0, MAX_LENGTH).toLowerCase();
  const products: string[] = [];
  const words: string[] = [];
  let depth = 0;
  /** A version goes on until the next space. */
  let inVersion = false;
  for (let at = 0; at < text.length;) {
    const end = endOfWord(text, at);
    if (end > at) {
      const word = text.slice(at, end);
      words.push(word);
      if (depth === 0 && !inVersion) products.push(word);
      // What is glued to a name is no name of its own.
      inVersion = true;
      at = end;
      continue;
    }
    const sign = text[at];
    if (sign === "(") depth += 1;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    if (sign === "(" || sign === ")" || isSpace(sign)) inVersion = false;
    at += 1;
  }
  return { products, words };
}

const isSpace = (sign: string | undefined): boolean => sign === " " || sign === "\t" || sign === "," || sign === ";";

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && isWordSign(text.charCodeAt(at))) at += 1;
  return at;
}

/** a-z, 0-9, `-`, `.`, `_`, and whatever is not ASCII. */
const isWordSign = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 45 && code <= 46) || code === 95 || code > 127;
