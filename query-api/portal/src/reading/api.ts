// How every request to the API is made.
import type { Scope } from "../view/scope.ts";

/** `page`: address of the portal's page; the API lies beside its folder. `path` below the scope, such as entries. */
export function apiUrl(page: string, { kind, id }: Scope, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(`../v3/${kind}s/${encodeURIComponent(id)}/${path}`, page);
  url.search = new URLSearchParams(query).toString();
  url.hash = "";
  return url;
}

/** With the token alone, and nothing kept. */
export const asReader = (token: string): RequestInit => ({
  headers: { authorization: `Bearer ${token}` },
  cache: "no-store",
  credentials: "omit",
});
