// Passwords in URLs: scheme://user:password@host, also where the password itself holds "/" or "@", and long tokens in the user's place.
import { REDACTED } from "./secret-names.ts";

const AUTHORITY_END = /[\s"'<>\\]/;
const PORT = /^\d{1,5}(?:[/?#\s]|$)/;
/** A user name of this length is a token: https://<token>@host. */
const LONG_USER = 20;
/** An authority without "@" that runs this far to the end of the text was cut in its password. */
const CUT_AUTHORITY = 512;

/** Where the address of a driver of Go begins: user:password@tcp(host:3306). */
const GO_ADDRESS = /@(?=(?:tcp|udp|unix)\()/;
const GO_START = /[^\s"'<>=]*$/;
const ORACLE = /(jdbc:oracle:\w{1,16}:[\w.-]{1,64}\/)[^\s@"']+/gi;
/** Whoever knows the address may post to it. */
const WEBHOOK = /(hooks\.slack\.com\/\w{1,16}\/|discord(?:app)?\.com\/api\/webhooks\/\d{1,20}\/)[\w/-]+/g;

export function redactUrlPasswords(text: string): string {
  const done = redactAuthorities(redactGoAddresses(text));
  return done.replaceAll(ORACLE, `$1${REDACTED}`).replaceAll(WEBHOOK, `$1${REDACTED}`);
}

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
  const [first = "", ...rest] = text.split("://");
  return rest.reduce((done, part) => `${done}://${redactAuthority(part)}`, first);
}

/** `part` begins behind "://" and ends before the next one, so that all of them together are read once. */
function redactAuthority(part: string): string {
  const stop = part.search(AUTHORITY_END);
  const run = stop < 0 ? part : part.slice(0, stop);
  const colon = run.indexOf(":");
  const slash = run.search(/[/?#]/);
  const at = run.lastIndexOf("@", slash < 0 || (colon >= 0 && colon < slash) ? undefined : slash);
  if (colon < 0 || (slash >= 0 && slash < colon) || (at >= 0 && at < colon)) {
    return at >= LONG_USER ? REDACTED + part.slice(at) : part;
  }
  if (PORT.test(run.slice(colon + 1))) return part;
  if (at > colon) return `${run.slice(0, colon)}:${REDACTED}${part.slice(at)}`;
  return stop < 0 && run.length > CUT_AUTHORITY ? `${run.slice(0, colon)}:${REDACTED}` : part;
}
