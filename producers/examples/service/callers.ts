// Who may call: bearer tokens and whom they stand for.
import { createHash } from "node:crypto";

export interface Caller {
  id: string;
  email: string;
  organizationId: string;
  /** Without it, a caller may only read. */
  mayChange: boolean;
}

/** The caller of an Authorization header; undefined where it names none. */
export type CallerOf = (authorization: string | undefined) => Caller | undefined;

/** `tokens` is JSON: token → caller. Kept and compared as digests, so that how long a look-up takes tells nothing about a token. */
export function callersOf(tokens: string | undefined): CallerOf {
  const known: Record<string, Caller> = JSON.parse(tokens ?? "{}");
  const callers = new Map(Object.entries(known).map(([token, caller]) => [digest(token), caller]));
  return (authorization) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    return token === undefined ? undefined : callers.get(digest(token));
  };
}

const digest = (token: string): string => createHash("sha256").update(token).digest("hex");
