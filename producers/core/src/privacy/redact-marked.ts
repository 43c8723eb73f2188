// Secrets that stand behind a mark other than "=" or ":": a flag of a command, a clause of SQL, an element of XML.
import { isSecretName, REDACTED } from "./secret-names.ts";

/** "--password s", "-token 's'"; a value that begins with a dash is the next flag. */
const FLAG = /(?<![\w-])(--?([a-zA-Z][\w.-]{0,64})\s{1,8})("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"'-][^\s"']*)/g;
/** "curl -u user:s"; "-u 1000:1000" is a user and a group. */
const CURL_USER = /((?:\s-u\s{0,4}|--(?:proxy-)?user[\s=]{1,4})["']?[^\s:"']{0,64}:)(?!\d+(?:\s|$))[^\s"']+/g;
const SQL =
  /\b((?:password|passwd|identified(?:\s{1,4}with\s{1,4}[\w"'`]{1,64})?\s{1,4}(?:by|as))\s{1,8})(?:'(?:[^'\\]|''|\\[^])*'?|"[^"]*"?)/gi;
/** The name may have a prefix, the element attributes, the content a CDATA section. */
const ELEMENT = /(<([\w:.-]{1,64})(?:\s[^<>]{0,256})?>(?:<!\[CDATA\[)?)[^<]+/g;

/** {"name":"DB_PASSWORD","value":"s"} where the text as a whole is not JSON. */
const LABELLED =
  /("(?:name|key|path|param|field)"\s{0,8}:\s{0,8}"([^"\\]{1,128})"\s{0,8},\s{0,8}"(?:value|val|data|content)"\s{0,8}:\s{0,8})"(?:[^"\\]|\\[^])*"?/gi;

export function redactMarked(text: string): string {
  let done = text;
  if (done.includes("-")) {
    done = done
      .replaceAll(FLAG, (match: string, flag: string, name: string) => (isSecretName(name) ? flag + REDACTED : match))
      .replaceAll(CURL_USER, `$1${REDACTED}`);
  }
  if (/'|"/.test(done)) done = done.replaceAll(SQL, `$1${REDACTED}`);
  if (done.includes('"')) {
    done = done.replaceAll(LABELLED, (match: string, start: string, name: string) =>
      isSecretName(name) ? `${start}"${REDACTED}"` : match,
    );
  }
  if (done.includes("<")) {
    done = done.replaceAll(ELEMENT, (match: string, start: string, name: string) =>
      isSecretName(name) ? start + REDACTED : match,
    );
  }
  return done;
}
