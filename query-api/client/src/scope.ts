// Whose entries, and which of them: what every question begins with, and how it is written in a URL.
export const scopeTypes = ["organization", "folder", "project"] as const;
export type ScopeType = (typeof scopeTypes)[number];

export interface Scope {
  readonly type: ScopeType;
  /** UUID. */
  readonly id: string;
}

export interface Question {
  readonly scope: Scope;
  /** Also what is below the organization or folder. Default: false. */
  readonly includeDescendants?: boolean | undefined;
  /** The filter language: /v3/filter-fields. */
  readonly filter?: string | undefined;
}

/** A question about a period. Times: RFC 3339 with a zone. */
export interface Selection extends Question {
  /** Default: 24 hours before the end. */
  readonly start?: string | undefined;
  /** Default: now. */
  readonly end?: string | undefined;
}

/** What stays undefined is left out. */
export type Query = Readonly<Record<string, string | undefined>>;

export const scopePath = ({ type, id }: Scope): string => `/v3/${type}s/${encodeURIComponent(id)}`;

export const questionQuery = ({ includeDescendants, filter }: Question): Query => ({
  filter: filter === "" ? undefined : filter,
  "include-descendants": includeDescendants === true ? "true" : undefined,
});

export const selectionQuery = (selection: Selection): Query => ({
  ...questionQuery(selection),
  start: selection.start,
  end: selection.end,
});

export function urlOf(base: string, path: string, query: Query): URL {
  const url = new URL(base.replace(/\/+$/, "") + path);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}
