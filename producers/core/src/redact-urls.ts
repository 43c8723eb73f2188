// Passwords in URLs: scheme://user:password@host, also where the password itself holds "/" or "@", and long tokens in the user's place.
import { REDACTED } from "./secret-names.ts";

const AUTHORITY_END = /[\s"'<>\\]/;
const PORT = /^\d{1,5}(?:[/?#\s]|$)/;
/** A user name of this length is a token: https://<token>@host. */
const LONG_USER = 20;
/** An authority without "@" that runs this far to the end of the text was cut in its password. */
const CUT_AUTHORITY = 512;

export function redactUrlPasswords(text: string): string {
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
