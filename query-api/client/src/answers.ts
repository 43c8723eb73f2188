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
/** Body of every refusal: what is wrong, for people; and for programs its kind, in `type`. */
export type ProblemBody = Schemas["Problem"];

/** What a download says of itself at its end. */
export type Manifest = Schemas["ExportManifest"];
