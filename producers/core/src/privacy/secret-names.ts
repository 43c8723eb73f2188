// Which names announce a secret: JSON keys, headers, query parameters and "name=value" text alike.
// A name is secret by how it ends: accessToken, DB_PASSWORD and client-secret are; accessTokenId, secretName and tokenTtl are not.

export const REDACTED = "[redacted]";

/** Endings, whatever stands before them. Case, separators and digits at the end do not matter. */
const ENDINGS = [
  "passwords?|passwd|pwd|passphrase|passcode|passwort|kennwort|pincode|plaintext|stringdata|(?:recovery|backup)codes?",
  "secrets?|tokens?|bearer|credentials?|authorization|cookies?|sess(?:ion)?id|basicauth",
  "(?:private|secret|api|access|account|signing|encryption|master|shared|client|hmac|subscription|auth|functions?|storage)keys?",
  "clientkeydata|keymaterial|keypem|keystore|pkcs12|kubeconfig|dockerconfigjson|dockercfg|htpasswd|netrc|userdata",
  "connection(?:string|uri|url)|connstr|jdbcurl|sharedaccesssignature|signature",
].join("|");

/** Words that may follow and leave it the secret itself. */
const TAILS =
  "value|data|text|string|plain|plaintext|raw|hash|base64|b64|confirmation|confirm|repeat|json|binary|old|new|again|v";

/** Too short to be told by an ending ("compass", "mapping"): secret as the last word of a name only. */
const LAST_WORDS = "pass|pw|psk|otp|totp|pin|cvv|jwt|sid|sas|sig|dsn|pfx|creds";

const ending = new RegExp(`(?:${ENDINGS})(?:${TAILS})?$`);
const lastWord = new RegExp(
  `(?:^|[^a-z])(?:${LAST_WORDS})$|^(?:db|pg|user|admin|root|my|(?:my|postgre|ms)sql|postgres|redis|mongo|smtp|ldap|ftp)pass$|^x[^a-z]auth$`,
);
/** Names of secrets and of much else: only a value that looks like a token is one. */
const AMBIGUOUS = /(?:^|[^a-z])(?:session|auth)$/;
const TOKEN_LIKE = /^(?=[^]*[a-z])(?=[^]*\d)[\w.~+/=%:-]{8,}$|^(?=[^]*[a-z])(?=[^]*[A-Z])[\w+/-]{10,}={0,2}$/;
const LONGEST_NAME = 128;

/** Of a name over 128 characters only the end is looked at. Linear in the name. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  return ending.test(words.replaceAll(/[^a-z0-9]/g, "")) || lastWord.test(words);
}

/** "session" and "auth" may hold a token, or tell of one. */
export const isAmbiguousName = (name: string): boolean => AMBIGUOUS.test(wordsOf(name));

export const isTokenLike = (value: unknown): boolean => typeof value === "string" && TOKEN_LIKE.test(value);

const wordsOf = (name: string): string =>
  name
    .slice(-LONGEST_NAME)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z]+$/, "");
