// Private keys: in armour (also of one line, percent-encoded, cut off at either end), bare, and in Base64.
import { REDACTED } from "./secret-names.ts";

const BLANK = "(?:[ +]|%20)";
const WORDS = "[A-Z0-9 +%]";
const ARMOUR = (word: string): string => `-{4,5} ?${word}${BLANK}${WORDS}{0,60}?PRIVATE${BLANK}KEY${WORDS}{0,20}-{4,5}`;
/** Without its end it takes the rest. */
const ARMOURED = new RegExp(`${ARMOUR("BEGIN")}[^]*?(?:${ARMOUR("END")}|$)`, "g");
const END = new RegExp(ARMOUR("END"), "g");
const BODY = /[\w+/=%\\\s]/;

/** How PKCS 1, 8 and 12, SEC 1 and OpenSSH begin in Base64; certificates and public keys begin otherwise. Lines of Base64 that follow belong to it. */
const BARE =
  /(?<![\w+/])(?:MII[\w+/]{2}[AQgw]IBA(?:AKC|DAN|DCB|DBW|z)|MII[\w+/]{3}B[\w+/]BgkqhkiG9w0BB|MI[GH][\w+/]AgE[AB]|MHcCAQEEI|MC4CAQAwBQYDK2V|b3BlbnNzaC1rZXktdjE)[\w+/=-]*(?:(?:\s|\\[nr]){1,4}[\w+/=]{16,})*/g;
/** Base64 of "-----BEGIN " and, at any of the three alignments, of "PRIVATE KEY". */
const TWICE_BASE64 = /LS0tLS1CRUdJTi[\w+/-]{0,60}(?:UFJJVkFURSBLRV|QUklWQVRFIEtFW|BSSVZBVEUgS0VZ)[\w+/=-]*/g;
const PUTTY = /(Private-Lines:\s{0,4}\d{1,4}\s)[^]*?(?=Private-(?:MAC|Hash)|$)/g;
const AGE = /AGE-SECRET-KEY-1[0-9A-Z]{16,}/g;

export function redactKeys(text: string): string {
  let done = text;
  if (/PRIVATE/.test(done)) done = withoutHeadless(done.replaceAll(ARMOURED, REDACTED));
  return done
    .replaceAll(TWICE_BASE64, REDACTED)
    .replaceAll(BARE, REDACTED)
    .replaceAll(PUTTY, `$1${REDACTED}`)
    .replaceAll(AGE, REDACTED);
}

/** A key whose beginning was cut off: everything before its end that may be Base64 goes. */
function withoutHeadless(text: string): string {
  let done = "";
  let from = 0;
  for (const { 0: end, index } of text.matchAll(END)) {
    let start = index;
    while (start > from && BODY.test(text.charAt(start - 1))) start--;
    done += text.slice(from, start) + REDACTED;
    from = index + end.length;
  }
  return from === 0 ? text : done + text.slice(from);
}
