// Tokens and hashes known by their shape: credentials behind a scheme, JWTs, the vendors' own, hashes of passwords, text in Base64.
import { REDACTED } from "./secret-names.ts";
import { VENDOR_TOKENS } from "./vendor-tokens.ts";

const BEARER = /\b(bearer)(\s{1,8}|%20|\+)[\w.~+/=-]{6,}/gi;
const BASIC = /\b(basic)(\s{1,8}|%20|\+)([\w+/-]{6,}={0,2})/gi;
const OTHER_SCHEMES = /\b(negotiate|ntlm|ssws)(\s{1,8}|%20|\+)[\w.~+/=-]{16,}/gi;
const DIGEST = /\b(response\s{0,2}=\s{0,2}\\{0,16}"?)[0-9a-f]{32,128}/gi;
/** Its header and what follows it; also of JSON that was indented before it was encoded. Whether it is one is decided later: see isJwt. */
const JWT = /eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
const INDENTED_JWT = /e(?:yA|wo|w0)[\w-]{8,}(?:\.[\w-]*){0,4}/g;
const VENDOR = new RegExp(`(?<![A-Za-z0-9])(?:${VENDOR_TOKENS.join("|")})`, "g");
/** The id of a key may be seen; what stands beside it may not. */
const AWS_PAIR = /\b((?:AKIA|ASIA)[A-Z0-9]{16}[\s,:;|"'/]{1,4})[\w+/]{40}(?![\w+/])/g;
const HASHES = [
  /\$(?:1|5|6|7|y|gy|2[abxy]?|apr1|P|S|H|argon2(?:id|i|d)|scrypt|pbkdf2[\w-]{0,16}|sha1|md5)\$[\w./$=,+-]{20,}/g,
  /\bpbkdf2_\w{3,10}\$\d{1,9}\$[\w./+=$-]{16,}/g,
  /\bSCRAM-SHA-\d{1,3}\$\d{1,9}:[\w+/=]{1,256}\$[\w+/=:]{16,}/g,
  /\{(?:S?SHA(?:\d{3})?|S?MD5|CRYPT)\}[\w./+=$-]{13,}/gi,
  /\bmd5[0-9a-f]{32}\b/g,
  /\*[0-9A-F]{40}(?![0-9A-F])/g,
];
const BASE64 = /(?<![\w+/=.-])[\w+/-]{24,}={0,2}/g;
const PROBED = 32;

/** `redact` looks into what was Base64. */
export function redactTokens(text: string, redact: (text: string) => string): string {
  let done = text
    .replaceAll(BEARER, `$1$2${REDACTED}`)
    .replaceAll(BASIC, redactBasic)
    .replaceAll(OTHER_SCHEMES, `$1$2${REDACTED}`)
    .replaceAll(DIGEST, `$1${REDACTED}`)
    .replaceAll(JWT, redactJwt)
    .replaceAll(INDENTED_JWT, redactJwt)
    .replaceAll(VENDOR, REDACTED)
    .replaceAll(AWS_PAIR, `$1${REDACTED}`);
  for (const hash of HASHES) done = done.replaceAll(hash, REDACTED);
  return done.replaceAll(BASE64, (match) => (holdsSecret(match, redact) ? REDACTED : match));
}

/** "Basic information" is prose: only what decodes to user:password is a secret. */
function redactBasic(match: string, scheme: string, space: string, credentials: string): string {
  return Buffer.from(credentials, "base64").includes(":") ? `${scheme}${space}${REDACTED}` : match;
}

/** A cursor may be JSON in Base64 as well: a JWT has a second part, of claims or of encryption. */
function redactJwt(match: string): string {
  const [header = "", claims = "", ...rest] = match.split(".");
  if (claims.length < 4 && !rest.some((part) => part.length > 3)) return match;
  return /^\{\s*"/.test(decoded(header.slice(0, PROBED))) ? REDACTED : match;
}

const decoded = (text: string): string => Buffer.from(text, "base64").toString("latin1");
const PRINTABLE = /^[\t\r\n\x20-\x7e]*$/;

/** Most that looks like Base64 is a name, a hash or a picture: its beginning tells. */
function holdsSecret(text: string, redact: (text: string) => string): boolean {
  if (!PRINTABLE.test(decoded(text.slice(0, PROBED)))) return false;
  const inner = decoded(text);
  return redact(inner) !== inner;
}
