// The URL's fragment, which no server sees. It brings the token and scopes once, on arrival; from then on it holds the view, so that a
// reload or the back button shows the same. The token is never written back.
import { readRange, writeRange, type Range } from "./range.ts";
import { readScope, sameScope, scopeKinds, scopeOf, writeScope, type Scope } from "./scope.ts";

/** The opened entry; its event time finds it again when it is not on the first page. */
export interface Opened {
  readonly id: string;
  readonly at: string;
}

/** What is shown. */
export interface View {
  readonly scope: Scope;
  readonly range: Range;
  /** Words and comparisons in the API's language; "": all entries. */
  readonly filter: string;
  /** Also what is below the scope. */
  readonly below: boolean;
  readonly opened?: Opened;
}

/** Whether two views show the same list, whatever is opened. */
export const sameList = (one: View, other: View): boolean =>
  sameScope(one.scope, other.scope) &&
  one.filter === other.filter &&
  one.below === other.below &&
  JSON.stringify(one.range) === JSON.stringify(other.range);

export interface Fragment {
  readonly token?: string;
  /** Scopes given on arrival, widest first. */
  readonly scopes: readonly Scope[];
  readonly scope?: Scope;
  readonly range?: Range;
  readonly filter?: string;
  readonly below?: boolean;
  readonly opened?: Opened;
}

export function readFragment(hash: string): Fragment {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const token = fields.get("token")?.trim();
  const scope = readScope(fields.get("scope") ?? "");
  const range = readRange(fields);
  const filter = fields.get("filter");
  const id = fields.get("entry");
  const at = fields.get("at");
  return {
    scopes: scopeKinds.flatMap((kind) => scopeOf(kind, fields.get(kind) ?? "") ?? []),
    ...(token ? { token } : {}),
    ...(scope ? { scope } : {}),
    ...(range ? { range } : {}),
    ...(filter ? { filter } : {}),
    ...(fields.get("below") === "true" ? { below: true } : {}),
    ...(id && at && !Number.isNaN(Date.parse(at)) ? { opened: { id, at } } : {}),
  };
}

export function writeFragment({ scope, range, filter, below, opened }: View): string {
  const fields = new URLSearchParams({
    scope: writeScope(scope),
    ...writeRange(range),
    ...(filter === "" ? {} : { filter }),
    ...(below ? { below: "true" } : {}),
    ...(opened ? { entry: opened.id, at: opened.at } : {}),
  });
  return `#${fields.toString().replaceAll("%2F", "/").replaceAll("%3A", ":")}`;
}
