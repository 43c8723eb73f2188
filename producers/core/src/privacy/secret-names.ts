// Which names announce a secret: JSON keys, headers, query parameters and "name=value" text alike.
// A name is secret by how it ends: accessToken, DB_PASSWORD and client-secret are; accessTokenId, secretName and tokenTtl are not.

export const REDACTED = "[redacted]";

/** Endings, whatever stands before them. Case, separators and digits at the end do not matter. */
const ENDINGS = [
  "passwords?|passwd|pwds?|pword|passphrases?|passcodes?|pincode|pin(?:number|nr)|plaintext|cleartext|stringdata|sshpass",
  "secrets?|tokens?|bearer|credentials?|creds?|authorization|auth(?:orization)?header|cookies?|cookiejar|sess(?:ion)?id|connectsid|basicauth",
  "(?:private|priv|secret|api|app|access|account|signing|encryption|master|shared|client|hmac|subscription|auth|functions?|storage|session|licen[cs]e|unseal|tls|ssl)keys?",
  "secretkeybase|clientkeydata|keymaterial|keypem|keystore|pkcs|privatejwk|kubeconfig|dockerconfigjson|dockercfg|htpasswd|netrc|userdata",
  "connection(?:string|uri|url)|connstr|jdbcurl|sharedaccesssignature|signature|samlresponse|samlassertion|clientassertion|codeverifier",
  "(?:recovery|backup|verification|security|mfa|otp|twofactor|sms|auth|authorization|onetime|unlock)codes?",
  "(?:totp|otp|mfa)seed|seedphrase|mnemonic|securityanswer|snmpcommunity|communitystring|(?:bind|root|user|admin)pw|decrypted",
  // As teams write them in their own languages; accents may be missing.
  "passw(?:o|ö|oe)rt(?:er)?|kennw(?:o|ö|oe)rt(?:er)?|geheimnis|zugangsdaten|contrase(?:ñ|n|ny)as?|clave(?:api|secreta|privada)?|senhas?|motdepasse",
  "wachtwoord(?:en)?|l(?:ö|o)senord|heslo|has(?:ł|l)o|parolachiave|salasana|adgangskode|passord|(?:ş|s)ifre",
  "парол[ьи]|секрет|密码|密碼|密钥|パスワード|비밀번호",
].join("|");

/** Words that may follow and leave it the secret itself. */
const TAILS =
  "value|data|text|string|plain|plaintext|raw|hash|hashed|base|base64|b64|hex|sha|md|bcrypt|confirmation|confirm|repeat|json|binary|payload|contents?|old|new|again|v";

/** Too short to be told by an ending ("compass", "mapping"): secret as the last word of a name only. */
const LAST_WORDS = "pass|pw|psk|otp|totp|pin|cvv|cvc|jwt|sid|sas|sig|dsn|pfx|creds?|clave";

const ending = new RegExp(`(?:${ENDINGS})(?:${TAILS})?$`);
const lastWord = new RegExp(
  `(?:^|[^a-z])(?:${LAST_WORDS})$|^(?:db|pg|user|admin|root|my|(?:my|postgre|ms)sql|postgres|redis|mongo|smtp|ldap|ftp)pass$|^x[^a-z]auth$`,
);
/** End like a secret and are none: marks of a page, names of Kubernetes Secrets, numbers of something. */
const HARMLESS =
  /(?:page|next|continuation|pagination|sync|resume|cancellation)tokens?$|imagepullsecrets?$|^(?:prompt|completion|input|output|cached|reasoning|billed)tokens$|^(?:max|min|total|num|numberof|count|used|remaining)[a-z]*(?:tokens|secrets|passwords|credentials|cookies|keys)$/;
/** Names of secrets and of much else: only a value that looks like a token is one. */
const AMBIGUOUS = /(?:^|[^a-z])(?:session|auth)$/;
const TOKEN_LIKE = /^(?=[^]*[a-z])(?=[^]*\d)[\w.~+/=%:-]{8,}$|^(?=[^]*[a-z])(?=[^]*[A-Z])[\w+/-]{10,}={0,2}$/;
const LONGEST_NAME = 128;

/** Of a name over 128 characters only the end is looked at. Linear in the name. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const joined = words.replaceAll(/[^a-z0-9\u00df-\uffff]/g, "");
  return (ending.test(joined) && !HARMLESS.test(joined)) || lastWord.test(words);
}

/** "session" and "auth" may hold a token, or tell of one. */
export const isAmbiguousName = (name: string): boolean => AMBIGUOUS.test(wordsOf(name));

export const isTokenLike = (value: unknown): boolean => typeof value === "string" && TOKEN_LIKE.test(value);

const wordsOf = (name: string): string =>
  name
    .slice(-LONGEST_NAME)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z\u00df-\uffff]+$/, "");
