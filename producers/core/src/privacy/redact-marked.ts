// Secrets that stand behind a mark other than "=" or ":": a clause of SQL, an element of XML, a call, a part of a form, a label.
import { isSecretName, REDACTED } from "./secret-names.ts";

const QUOTED = `(?:"(?:[^"\\\\]|\\\\[^])*"?|'(?:[^'\\\\]|''|\\\\[^])*'?)`;
const SQL = new RegExp(
  `\\b((?:password|passwd|identified(?:\\s{1,4}with\\s{1,4}[\\w"'\`]{1,64})?\\s{1,4}(?:by|as))(?:\\s{1,8}|\\s{0,4}\\(\\s{0,4}))[nNeE]?${QUOTED}`,
  "gi",
);
/** The name may have a prefix, the element attributes, the content a CDATA section. */
const ELEMENT = /(<([\w:.-]{1,64})(?:\s[^<>]{0,256})?>(?:<!\[CDATA\[)?)[^<]+/g;
const TAG = /<[^<>]{8,2048}>?/g;
const TAG_NAME = /\s(?:name|key|id|type)\s{0,4}=\s{0,4}["']([\w.:-]{1,64})["']/gi;
const TAG_VALUE = /(\svalue\s{0,4}=\s{0,4})(?:"[^"]*"?|'[^']*'?)/gi;
/** setHeader("X-Api-Key", "s"), define('DB_PASSWORD', 's') */
const CALL = new RegExp(`(\\(\\s{0,4}["']([\\w.-]{1,64})["']\\s{0,4},\\s{0,4})${QUOTED}`, "g");
/** {"name":"DB_PASSWORD","value":"s"} and name: DB_PASSWORD, value: s, where the text as a whole is not JSON. */
const LABELLED = new RegExp(
  `(\\b(?:name|key|path|param|field)["']?\\s{0,8}:\\s{0,8}["']?([^"'\\\\\\s,]{1,128})["']?\\s{0,8}[,\\n]\\s{0,32}["']?(?:value|val|data|content|default)["']?\\s{0,8}:\\s{0,8})(?:${QUOTED}|[^\\s"',}\\]]+)`,
  "gi",
);
/** A JSON Web Key's private numbers. */
const JWK_NUMBER = /("(?:d|p|q|dp|dq|qi|k)"\s{0,8}:\s{0,8})"[^"]*"?/g;
const FORM_PART = /name="([\w.[\]-]{1,64})"[^]{0,256}?\r?\n\r?\n/g;

const redactWhereNamed = (text: string, shape: RegExp): string =>
  text.replaceAll(shape, (match: string, start: string, name: string) =>
    isSecretName(name) ? start + REDACTED : match,
  );

export function redactMarked(text: string): string {
  let done = text;
  if (/'|"/.test(done)) done = redactWhereNamed(done.replaceAll(SQL, `$1${REDACTED}`), CALL);
  if (/["\n,]/.test(done)) done = redactWhereNamed(done, LABELLED);
  if (done.includes('"kty"')) done = done.replaceAll(JWK_NUMBER, `$1"${REDACTED}"`);
  if (done.includes("<")) done = redactWhereNamed(done, ELEMENT).replaceAll(TAG, redactTag);
  return done.includes("form-data") ? redactFormParts(done) : done;
}

function redactTag(tag: string): string {
  const secret = Array.from(tag.matchAll(TAG_NAME)).some(([, name = ""]) => isSecretName(name));
  return secret ? tag.replaceAll(TAG_VALUE, `$1"${REDACTED}"`) : tag;
}

/** The content of a part runs up to the next boundary. */
function redactFormParts(text: string): string {
  let done = "";
  let from = 0;
  for (const { 0: head, 1: name = "", index } of text.matchAll(FORM_PART)) {
    const start = index + head.length;
    if (start < from || !isSecretName(name)) continue;
    const boundary = text.indexOf("\n--", start);
    done += text.slice(from, start) + REDACTED;
    from = boundary < 0 ? text.length : boundary;
  }
  return from === 0 ? text : done + text.slice(from);
}
