// What the client answers with. Shapes come from the service's document; clients accept values and fields that they do not know.
import type { components } from "./generated/api.ts";

type Schemas = components["schemas"];

export type Entry = Schemas["Entry"];
export type EntryPage = Schemas["EntryPage"];
export type RelatedEntries = Schemas["RelatedEntries"];
export type EntrySummary = Schemas["EntrySummary"];
export type Insights = Schemas["Insights"];
export type FeedPage = Schemas["FeedPage"];
export type Freshness = Schemas["Freshness"];
export type FilterFields = Schemas["FilterFields"];
export type Catalogue = Schemas["Catalogue"];
/** Body of every refusal: what is wrong, for people. */
export type ProblemBody = Schemas["ErrorResponse"];

/** What a download says of itself at its end. To become the document's own (ExportManifest) when that route is there. */
export interface Manifest {
  readonly rows: number;
  /** Before compression, without the manifest's own line. */
  readonly bytes: number;
  /** Of the same bytes, hexadecimal. */
  readonly sha256: string;
  readonly complete: boolean;
  readonly cursor?: string;
}
