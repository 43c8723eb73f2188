// What the client answers with. Shapes come from the service's document; clients accept values and fields that they do not know.
import type { components } from "./generated/api.ts";

type Schemas = components["schemas"];

export type Entry = Schemas["Entry"];
export type EntryPage = Schemas["EntryPage"];
export type Catalogue = Schemas["Catalogue"];
/** Body of every refusal: what is wrong, for people. */
export type ProblemBody = Schemas["ErrorResponse"];
export type {
  EntrySummary,
  FeedPage,
  FilterFields,
  Freshness,
  Insight,
  Insights,
  Manifest,
  RelatedEntries,
} from "./awaited.ts";
