// Secrets behind a flag, on a command line and in the prose of a message.
import { isSecretName, isTokenLike, REDACTED } from "./secret-names.ts";

/** "--password s", "-token 's'"; a value that begins with a dash is the next flag. */
const FLAG = /(?<![\w-])(--?([a-zA-Z][\w.-]{0,64})\s{1,8})("[^"\r\n]*"?|'[^'\r\n]*'?|[^\s"'-][^\s"']*)/g;
/** "curl -u user:s"; "-u 1000:1000" is a user and a group. */
const CURL_USER = /((?:\s-u\s{0,4}|--(?:proxy-)?user[\s=]{1,4})["']?[^\s:"']{0,64}:)(?!\d+(?:\s|$))[^\s"']+/g;
const ARGUMENTS = "[^|;&\\n]{0,128}?\\s";
const VALUE = `(?:"[^"]*"?|'[^']*'?|[^\\s"'-][^\\s"']*)`;
/** Programs whose flag for a password has one letter. */
const SHORT_FLAG = new RegExp(
  `\\b(mysql(?:dump|admin|import)?\\b${ARGUMENTS}-p|sshpass\\b${ARGUMENTS}-p\\s{0,4}|login\\b${ARGUMENTS}-p\\s{1,4}|redis-cli\\b${ARGUMENTS}-a\\s{1,4}|ldap[a-z]{3,12}\\b${ARGUMENTS}-w\\s{1,4}|-pass(?:in|out)?\\s{1,4}pass:)${VALUE}`,
  "g",
);
/** .netrc: "login ada password s". */
const NETRC = /\b(login\s{1,8}\S{1,128}\s{1,8}(?:password|passwd)\s{1,8})\S+/g;
/** "set aws_secret_access_key s", "the password is s": only what looks like a token is one, the rest is prose. */
const SENTENCE =
  /(?<![\w.-])((?:set\s{1,4}([\w.-]{3,64})|([\w.-]{3,64})\s{1,4}(?:is|was|ist|war|lautet|(?:set|changed|reset) to|auf))\s{1,4}["'`]?)([^\s"'`,;]{6,})/gi;

export function redactCommands(text: string): string {
  let done = text;
  if (done.includes("-")) {
    done = done
      .replaceAll(FLAG, (match: string, flag: string, name: string) => (isSecretName(name) ? flag + REDACTED : match))
      .replaceAll(CURL_USER, `$1${REDACTED}`)
      .replaceAll(SHORT_FLAG, `$1${REDACTED}`);
  }
  if (!done.includes(" ")) return done;
  return done
    .replaceAll(NETRC, `$1${REDACTED}`)
    .replaceAll(
      SENTENCE,
      (match: string, start: string, set: string | undefined, is: string | undefined, value: string) =>
        isSecretName(set ?? is ?? "") && isTokenLike(value) ? start + REDACTED : match,
    );
}
