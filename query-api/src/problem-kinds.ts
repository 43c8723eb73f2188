// Every kind of error that the service has a name for, once: the answers name it, the docs page explains it (routes/docs/).

export interface ProblemKindOf {
  readonly status: ProblemStatus;
  /** The same for every error of the kind (RFC 9457, 3.1.3). */
  readonly title: string;
  /** What it means, and what to do about it. */
  readonly about: string;
}

/** The statuses that the document promises; the framework refuses some requests with others (408, 413, 414, 431). */
export type ProblemStatus = 400 | 401 | 403 | 404 | 429 | 503;

export const problemKinds = {
  "invalid-parameter": {
    status: 400,
    title: "A parameter is not valid",
    about:
      "errors names each parameter that is wrong, and what was expected. Parameters that a path of v3 does not know are refused, so that a misspelt one does not quietly widen what is shown.",
  },
  "invalid-filter": {
    status: 400,
    title: "The filter is not valid",
    about:
      "errors holds the column of the first character that is wrong, counted from 1 in UTF-16 code units. All fields, operators and values: /v3/filter-fields.",
  },
  "invalid-period": {
    status: 400,
    title: "The period is not valid",
    about:
      "It ends before it begins, is longer than the path allows (v2: 24 hours, v3: 90 days), or begins before the last 90 days. With a cursor: leave the times as they were, or out.",
  },
  "invalid-cursor": {
    status: 400,
    title: "The cursor is not valid",
    about:
      "A cursor is good for the principal, the scope, the version and the kind of list that it was made for. Take it from an answer as it is; otherwise begin anew without one.",
  },
  "not-authenticated": {
    status: 401,
    title: "The request could not be authorized",
    about:
      "The bearer token is missing, has expired, or was not issued for this service; detail says which. Get a new one.",
  },
  "permission-missing": {
    status: 403,
    title: "No permission to read the entries",
    about:
      "You have a role on the scope or above it, but none that holds audit-log.entry.get: owner, editor, reader or audit-log.reader. Ask its administrators for one.",
  },
  "unknown-scope": {
    status: 404,
    title: "There is no such scope for you",
    about:
      "The organization, folder or project does not exist, or you have no role on it or above it. Which of the two is not told.",
  },
  "unknown-entry": {
    status: 404,
    title: "There is no such entry in the scope",
    about:
      "It never was, is older than 90 days, or belongs to another scope. Entries of what is below: include-descendants=true.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    about: "You asked more often in a minute than the service allows one principal. Retry-After says when to go on.",
  },
  "too-many-tails": {
    status: 429,
    title: "Too many open tails",
    about: "Close one, or come back after Retry-After. The feed shows the same entries in pages.",
  },
  "too-many-downloads": {
    status: 429,
    title: "Too many downloads at once",
    about: "Wait until one has ended, or come back after Retry-After.",
  },
  unavailable: {
    status: 503,
    title: "Something that the service needs is away",
    about:
      "The store, the issuer's keys or the authorization service does not answer, or the service is too busy. Nothing was done; ask again after Retry-After.",
  },
} as const satisfies Readonly<Record<string, ProblemKindOf>>;

export type ProblemKind = keyof typeof problemKinds;

/** Where the kinds are explained; each under its name. */
export const PROBLEMS_PAGE = "/docs/problems";

/** Problem type URI (RFC 9457, 3.1.1), relative to the service. */
export const typeOf = (kind: ProblemKind): string => `${PROBLEMS_PAGE}#${kind}`;
