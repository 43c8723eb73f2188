// Exit codes, and what is said with them.
import { ApiError } from "../src/index.ts";

export const EXIT = { ok: 0, error: 1, usage: 2, notAuthorized: 3, notFound: 4, interrupted: 130 } as const;

/** The command was asked for something that it does not understand. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** There is no token, or none that is accepted. */
export class NotLoggedIn extends Error {
  override readonly name = "NotLoggedIn";
}

export function exitCodeOf(fault: unknown): number {
  if (fault instanceof UsageError) return EXIT.usage;
  if (fault instanceof NotLoggedIn) return EXIT.notAuthorized;
  if (!(fault instanceof ApiError)) return EXIT.error;
  switch (fault.status) {
    case 400:
      return EXIT.usage;
    case 401:
    case 403:
      return EXIT.notAuthorized;
    case 404:
      return EXIT.notFound;
    default:
      return EXIT.error;
  }
}

/** One or two lines for people. */
export function wordsOf(fault: unknown): string {
  if (!(fault instanceof ApiError)) return fault instanceof Error ? fault.message : String(fault);
  const hint =
    fault.status === 401
      ? "\nLog in again: audit-log login --help"
      : fault.status === 404
        ? "\nThere is no such thing, or it is not yours to read: audit-log whoami says what your token is for."
        : "";
  const request = fault.requestId === undefined ? "" : ` (request ${fault.requestId})`;
  return `${fault.message}${request}${hint}`;
}
