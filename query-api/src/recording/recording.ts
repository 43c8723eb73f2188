// Port: the log of the log. What readers did is told here once it is over; telling never throws and never waits.
import type { Scope } from "../scope.ts";
import type { Window } from "../query/window.ts";
import type { Reader } from "./reader.ts";

/** What all of them say. `at`: milliseconds UTC, when the last of the requests was answered; `firstAt`: the first. */
interface Told {
  readonly reader: Reader;
  /** Whose log the event belongs to. */
  readonly scope: Scope;
  readonly apiVersion: string;
  /** HTTP status that the reader saw; 499 where the reader hung up before the answer was whole. */
  readonly status: number;
  readonly at: number;
}

interface Read extends Told {
  /** As asked, with a text searched for; undefined where there was none. */
  readonly filter?: string | undefined;
  readonly includesDescendants: boolean;
  /** Undefined where the read failed before it was known. */
  readonly window?: Window | undefined;
  /** Entries that were read for the reader. */
  readonly rows: number;
  /** Of the answer's body before compression, where known. */
  readonly bytes?: number | undefined;
}

/** What tells that several requests are told as one. */
interface Repeatable {
  /** How many requests this stands for; 0: one that was told before goes on. */
  readonly reads: number;
  readonly firstAt: number;
}

export type ViewKind = "list" | "entry" | "tail";
export type SearchKind = "list" | "tail" | "related" | "histogram" | "facets" | "insights";
export type DownloadFormat = "ndjson" | "csv" | "parquet" | "ocsf";

export interface View extends Omit<Read, "filter">, Repeatable {
  readonly kind: ViewKind;
  readonly entryId?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Search extends Read, Repeatable {
  readonly kind: SearchKind;
  readonly limit?: number | undefined;
}

export interface Download extends Read {
  readonly format: DownloadFormat;
  /** The file reached its end and was handed over whole. */
  readonly complete: boolean;
}

export interface Refusal extends Told, Repeatable {
  /** `forbidden`: a role on the scope that may not read; `unknown`: nothing to do with it, whether it exists or not. */
  readonly reason: "forbidden" | "unknown";
  /** What was asked for: another scope than the event's where that cannot have it (refusal-scope.ts). */
  readonly attempted: { readonly type: Scope["type"]; readonly ids: readonly string[] };
}

export interface Recording {
  viewed(view: View): void;
  searched(search: Search): void;
  downloaded(download: Download): void;
  refused(refusal: Refusal): void;
}
