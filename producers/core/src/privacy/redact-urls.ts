// Credentials in addresses: scheme://user:password@host, also where the password itself holds "/" or "@", tokens in the user's place,
// addresses without a scheme, and the webhooks whose address is all that one needs.
import { REDACTED } from "./secret-names.ts";

const AUTHORITY_END = /[\s"'<>\\]/;
const PORT = /^\d{0,5}(?:[/?#\s]|$)/;
/** Whatever the scheme, a user name of this length is a token. */
const LONG_USER = 20;
/** An authority without "@" that runs this far to the end of the text was cut in its password. */
const CUT_AUTHORITY = 512;
/** Behind a host stands a port: so many other characters were a password before they were cut. */
const SHORTEST_CUT = 6;
/** Here a user without a password is a name; elsewhere, above all in HTTP, it is how a token is handed over. */
const NAMED_USERS =
  /(?:^|[^a-z0-9])(?:(?:[a-z]+\+)?(?:ssh|sftp|scp|rsync|svn)|ftps?|postgres(?:ql)?|cockroachdb|mysql|mariadb|mongodb(?:\+srv)?|mssql|oracle|clickhouse|ldaps?|imaps?|smtps?|sips?|xmpp|smb|nfs|rdp|vnc|abfss?|wasbs?)$/i;
const WELL_KNOWN_USER = /^(?:git|admin|root|guest|anonymous|user|username|default|deploy|oauth2?|token)$/i;
/** What stands for a password where the user is the token. */
const NO_PASSWORD = /^(?:x-oauth-basic|x)?$/;
/** Not a host with a password: the digest of an image, a place for a port. */
const NO_HOST = /^(?:sha\d{1,3}|md5):|^\[|:[${<*]/;

/** Where the address of a driver of Go begins: user:password@tcp(host:3306). */
const GO_ADDRESS = /@(?=(?:tcp|udp|unix)\()/;
const GO_START = /[^\s"'<>=]*$/;
const ORACLE = /(jdbc:oracle:\w{1,16}:[\w.-]{1,64}\/)[^\s@"']+/gi;
const WITHOUT_SCHEME = /(?<![\w/.@:%+-])([\w.+-]{1,64}:)[^\s:@/"'<>\\,;]{3,128}(?=@[\w.-]{1,253}:\d{2,5}(?!\d))/g;
const RELATIVE = /(?<![:\w])(\/\/[^\s:@/"'<>]{0,64}:)[^\s@/"'<>\\]{1,256}(?=@)/g;
const ENCODED =
  /((?:%(?:25){0,4}3A)(?:%(?:25){0,4}2F){2}[\w.~+-]{0,64}%(?:25){0,4}3A)(?:(?!%(?:25){0,4}40)[^\s"'<>&]){1,256}(?=%(?:25){0,4}40)/gi;
/** .pgpass: host:port:database:user:password. */
const PGPASS =
  /(?<![\w.-])((?:localhost|\*|[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}):(?:\d{4,5}|\*):[^:\s]{1,64}:[^:\s]{1,64}:)[^\s"']+/g;
const PGPASS_COLONS = /:(?:\d{4,5}|\*):[^:\s]{1,64}:/;
/** Whoever knows the address may post to it. */
const WEBHOOK =
  /(hooks\.slack\.com\/\w{1,16}\/|discord(?:app)?\.com\/api\/webhooks\/\d{1,20}\/|webhook\.office\.com\/webhookb2\/[\w@-]{1,128}\/IncomingWebhook\/|hooks\.zapier\.com\/hooks\/catch\/\d{1,16}\/|maker\.ifttt\.com\/trigger\/[\w-]{1,64}\/(?:json\/)?with\/key\/|pagerduty\.com\/integration\/|\/webhooks\/incoming\/|\/hooks\/(?=\w{20,64}(?![\w-]))|api\.telegram\.org\/bot|otpauth-migration:\/\/offline\?data=)[\w:/%+=-]+/g;

export function redactUrlPasswords(text: string): string {
  let done = text;
  if (text.includes("@")) {
    done = redactGoAddresses(done);
    for (const shape of [ORACLE, WITHOUT_SCHEME, RELATIVE]) done = done.replaceAll(shape, `$1${REDACTED}`);
  }
  if (text.includes("%")) done = done.replaceAll(ENCODED, `$1${REDACTED}`);
  done = redactAuthorities(done);
  return PGPASS_COLONS.test(done) ? done.replaceAll(PGPASS, `$1${REDACTED}`) : done;
}

export const redactWebhooks = (text: string): string => text.replaceAll(WEBHOOK, `$1${REDACTED}`);

function redactGoAddresses(text: string): string {
  if (!GO_ADDRESS.test(text)) return text;
  const parts = text.split(GO_ADDRESS);
  const last = parts.pop() ?? "";
  const redacted = parts.map((part) => {
    // Read from the end of what no user name and password run over.
    const start = Math.max(0, part.length - CUT_AUTHORITY);
    const run = GO_START.exec(part.slice(start))?.[0] ?? "";
    const colon = run.indexOf(":");
    return colon < 0 ? part : part.slice(0, part.length - run.length + colon + 1) + REDACTED;
  });
  return [...redacted, last].join("@");
}

function redactAuthorities(text: string): string {
  if (!text.includes("://")) return text;
  const parts = text.split("://");
  return parts
    .map((part, index) => (index === 0 ? part : redactAuthority(part, parts[index - 1]?.slice(-LONG_USER) ?? "")))
    .join("://");
}

/** `part` begins behind "://" and ends before the next one, so that all of them together are read once. */
function redactAuthority(part: string, scheme: string): string {
  const stop = part.search(AUTHORITY_END);
  const run = stop < 0 ? part : part.slice(0, stop);
  const colon = run.indexOf(":");
  const slash = run.search(/[/?#]/);
  const at = run.lastIndexOf("@", slash < 0 || (colon >= 0 && colon < slash) ? undefined : slash);
  if (colon < 0 || (slash >= 0 && slash < colon) || (at >= 0 && at < colon)) {
    return at > 0 && isToken(run.slice(0, at), scheme) ? REDACTED + part.slice(at) : part;
  }
  if (PORT.test(run.slice(colon + 1))) return part;
  if (at > colon) return `${userOf(run, colon, at)}:${REDACTED}${part.slice(at)}`;
  if (NO_HOST.test(run)) return part;
  const wasCut = stop < 0 ? run.length > CUT_AUTHORITY || slash < 0 : slash < 0;
  return wasCut && run.length - colon > SHORTEST_CUT
    ? `${run.slice(0, colon)}:${REDACTED}${part.slice(run.length)}`
    : part;
}

const userOf = (run: string, colon: number, at: number): string =>
  colon > 0 && NO_PASSWORD.test(run.slice(colon + 1, at)) ? REDACTED : run.slice(0, colon);

const isToken = (user: string, scheme: string): boolean =>
  user.length >= LONG_USER || !(NAMED_USERS.test(scheme) || WELL_KNOWN_USER.test(user));
