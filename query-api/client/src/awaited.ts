// Shapes of routes that are under way and not yet in generated/api.ts. To be replaced in answers.ts by the document's own as each lands.
import type { Entry } from "./answers.ts";

export interface RelatedEntries {
  readonly entry: Entry;
  readonly groups: readonly {
    readonly kind: string;
    readonly items: readonly Entry[];
    readonly more: boolean;
    readonly filter: string;
    readonly start: string;
    readonly end: string;
    readonly order: string;
  }[];
}

export interface EntrySummary {
  readonly total: number;
  readonly start: string;
  readonly end: string;
  /** Length of a bucket, such as 15m. */
  readonly interval: string;
  readonly histogram: readonly {
    readonly start: string;
    readonly total: number;
    readonly outcomes: Readonly<Record<string, number>>;
  }[];
  readonly facets: readonly {
    readonly name: string;
    readonly values: readonly {
      readonly value: string;
      readonly count: number;
      readonly kind?: string;
      readonly email?: string;
      readonly filter?: string;
    }[];
    readonly others: number;
    readonly absent: number;
  }[];
}

export interface FilterFields {
  readonly fields: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly sentence: string;
    readonly kind: string;
    readonly operators: readonly string[];
    readonly takesPrefix: boolean;
    readonly optional: boolean;
    readonly values?: readonly string[];
    readonly known?: readonly string[];
    readonly example: string;
  }[];
  readonly limits: Readonly<Record<string, number>>;
}

export interface FeedPage {
  readonly items: readonly Entry[];
  readonly cursor: string;
  readonly settledUntil: string;
  readonly more: boolean;
  readonly limit: number;
}

export interface Manifest {
  readonly rows: number;
  /** Before compression, without the manifest's own line. */
  readonly bytes: number;
  /** Of the same bytes, hexadecimal. */
  readonly sha256: string;
  readonly complete: boolean;
  readonly cursor?: string;
}

export interface Insight {
  readonly kind: string;
  readonly sentence: string;
  readonly initiator?: { readonly kind: string; readonly id: string; readonly email?: string };
  readonly figures: Readonly<Record<string, number | string>>;
  readonly filter: string;
  readonly start: string;
  readonly end: string;
}

export interface Insights {
  readonly start: string;
  readonly end: string;
  readonly insights: readonly Insight[];
  /** What took too long this time. */
  readonly missing: readonly { readonly kind: string; readonly about: string }[];
}

export interface Freshness {
  readonly settledUntil: string;
  readonly services: readonly {
    readonly service: string;
    readonly domain: string;
    readonly settledUntil?: string;
    readonly secondsBehind?: number;
  }[];
}
