// Secrets inside a text, told by their shape: private keys, JWTs, bearer tokens, passwords in URLs, "name=value" with a secret name.
// Every expression is linear, so that hostile text cannot stop the caller. A text may have been cut before it comes here: the cut
// leaves LOOKAHEAD characters more than are kept, and each shape takes a secret that has no end, so that no half of one stays.
import { redactMarked } from "./redact-marked.ts";
import { redactNamed } from "./redact-named.ts";
import { redactUrlPasswords } from "./redact-urls.ts";
import { REDACTED } from "./secret-names.ts";

/** How many characters behind the kept part are needed to tell a secret that begins in it. */
export const LOOKAHEAD = 4096;

const SHORTEST_SECRET = 5;

/** No shape below matches a text without one of these; most texts have none, and testing for them is all that they cost. */
const HINT =
  /:\/\/|eyJ|private key|LS0tLS1|bearer|basic|pass|pw|psk|kennwort|plaintext|string_?data|codes|auth|kty|identified| -u|--user|@tcp|@udp|@unix|jdbc|sk-|secret|token|key|cred|cookie|sess|config|cfg|netrc|user.?data|conn|sig|sas|sid|otp|pin|cvv|jwt|dsn|pfx|pkcs|gh[opsru]_|glpat|github_pat|xox|k_live|k_test|AIza|npm_|hv[bs]\./i;

const PRIVATE_KEY =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----[^]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----|$)/g;
/** Base64 of "-----BEGIN " and, at any of the three alignments, of "PRIVATE KEY". */
const PRIVATE_KEY_BASE64 = /LS0tLS1CRUdJTi[\w+/-]{0,60}(?:UFJJVkFURSBLRV|QUklWQVRFIEtFW|BSSVZBVEUgS0VZ)[\w+/=-]*/g;
const JWT = /eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
const BEARER = /\b(bearer)(\s{1,8}|%20|\+)[\w.~+/=-]{6,}/gi;
const BASIC = /\b(basic)(\s{1,8}|%20|\+)([\w+/-]{6,}={0,2})/gi;
const VENDOR =
  /\b(?:gh[opsru]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[a-z]-[\w-]{10,}|[sr]k_(?:live|test)_\w{10,}|AIza[\w-]{30,}|npm_\w{30,}|hv[bs]\.[\w-]{20,}|sk-(?:proj|ant|svcacct|admin)-[\w-]{16,}|sk-[a-zA-Z0-9]{32,})/g;

/** Whether it is worth the search. */
export const mayHoldSecret = (text: string): boolean => text.length >= SHORTEST_SECRET && HINT.test(text);

/** The text with every secret replaced by "[redacted]". */
export function redactText(text: string): string {
  if (!mayHoldSecret(text)) return text;
  return redactNamed(redactMarked(redactUrlPasswords(text.replaceAll(PRIVATE_KEY, REDACTED))))
    .replaceAll(PRIVATE_KEY_BASE64, REDACTED)
    .replaceAll(BEARER, `$1$2${REDACTED}`)
    .replaceAll(BASIC, redactBasic)
    .replaceAll(JWT, REDACTED)
    .replaceAll(VENDOR, REDACTED);
}

/** "Basic information" is prose: only what decodes to user:password is a secret. */
function redactBasic(match: string, scheme: string, space: string, credentials: string): string {
  return Buffer.from(credentials, "base64").includes(":") ? `${scheme}${space}${REDACTED}` : match;
}
