// What tests ask a store for, where the rest does not matter.
import type { AuthorizedScope } from "../src/auth/authorize.ts";
import type { Page } from "../src/query/page.ts";
import type { Selection } from "../src/query/selection.ts";
import type { Window } from "../src/query/window.ts";

export const selectionOf = (scope: AuthorizedScope, window: Window, rest: Partial<Selection> = {}): Selection => ({
  descendants: false,
  filter: { kind: "all" },
  ...rest,
  scope,
  window,
});

export const pageOf = (limit: number, rest: Partial<Page> = {}): Page => ({ order: "newest-first", ...rest, limit });
