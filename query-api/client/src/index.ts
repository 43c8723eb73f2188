// The client of the audit log: createClient, what it is asked with and what it answers.
export type * from "./answers.ts";
export { ApiError } from "./api-error.ts";
export {
  createClient,
  type AuditLogClient,
  type ClientOptions,
  type EntryOptions,
  type SummaryOptions,
} from "./client.ts";
export type { ListOptions, Order } from "./entries.ts";
export { BrokenOff, exportFormats, type ExportFormat, type ExportOptions } from "./export.ts";
export type { FeedOptions } from "./feed.ts";
export { scopeTypes, type Question, type Scope, type ScopeType, type Selection } from "./scope.ts";
export type { TailEvent, TailOptions } from "./tail.ts";
export type { Pace } from "./wait.ts";
