// What lets the reader in: a token and the scopes it was given for. Kept for this tab only, in sessionStorage.
import type { Fragment } from "../view/fragment.ts";
import { readScope, sameScope, writeScope, type Scope } from "../view/scope.ts";

export interface Session {
  readonly token: string;
  /** At least one, widest first. */
  readonly scopes: readonly Scope[];
}

const KEY = "audit-log.session";

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function readSession(storage: Kept): Session | undefined {
  try {
    const { token, scopes } = JSON.parse(storage.getItem(KEY) ?? "{}") as { token?: unknown; scopes?: unknown };
    if (typeof token !== "string" || !Array.isArray(scopes)) return undefined;
    return sessionOf(
      token,
      scopes.flatMap((scope) => readScope(String(scope)) ?? []),
    );
  } catch {
    return undefined;
  }
}

export const keepSession = (storage: Kept, { token, scopes }: Session): void =>
  storage.setItem(KEY, JSON.stringify({ token, scopes: scopes.map(writeScope) }));

export const forgetSession = (storage: Kept): void => storage.removeItem(KEY);

/** The session that an arriving fragment makes of the one there was: a token replaces it, a scope alone is added to it. */
export function arrive(session: Session | undefined, { token, scopes, scope }: Fragment): Session | undefined {
  const asked = scope ? [...scopes, scope] : scopes;
  if (token !== undefined) return sessionOf(token, asked.length > 0 ? distinct(asked) : (session?.scopes ?? []));
  return session && sessionOf(session.token, distinct([...session.scopes, ...asked]));
}

const sessionOf = (token: string, scopes: readonly Scope[]): Session | undefined =>
  token !== "" && scopes.length > 0 ? { token, scopes } : undefined;

const distinct = (scopes: readonly Scope[]): Scope[] =>
  scopes.filter((scope, index) => scopes.findIndex((other) => sameScope(scope, other)) === index);
