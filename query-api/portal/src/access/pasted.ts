// What a person pastes to get in: the whole link, or just a token beside a scope.
import { readFragment, type Fragment } from "../view/fragment.ts";
import type { Scope } from "../view/scope.ts";

export type Pasted = { ok: true; arrival: Fragment } | { ok: false; message: string };

/** `known`: scopes there already are; `typed`: the one filled in beside the token, if it is a scope. */
export function readPasted(text: string, typed: Scope | undefined, known: readonly Scope[]): Pasted {
  const pasted = text.trim();
  const link = pasted.includes("token=") ? readFragment(pasted.slice(pasted.indexOf("#") + 1)) : undefined;
  const token = link?.token ?? (link ? undefined : pasted.replace(/^Bearer\s+/i, ""));
  // A token goes into a header: anything but visible ASCII would be refused there with a worse message.
  if (!token || !/^[\x21-\x7e]+$/.test(token)) return { ok: false, message: "This is neither a link nor a token." };
  const scopes = [...(link?.scopes ?? []), ...(link?.scope ? [link.scope] : []), ...(typed ? [typed] : [])];
  if (scopes.length === 0 && known.length === 0)
    return { ok: false, message: "Give the id of an organization, folder or project as well: a UUID." };
  return { ok: true, arrival: { token, scopes: scopes.length > 0 ? scopes : known } };
}
