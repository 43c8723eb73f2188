// What other rooms may use of the query service: the shapes of its answers, and the app itself for those who run it in process.
export { buildApi, type ApiConfig, type ApiDependencies } from "./api.ts";
export { claimsAuthorizer } from "./auth/claims-authorizer.ts";
export { httpAuthorizer, type HttpAuthorizerOptions } from "./auth/http-authorizer.ts";
export { AuthorizerUnavailable, type Access, type Authorizer } from "./auth/authorize.ts";
export { remoteKeySet, type KeySet } from "./auth/key-set.ts";
export type { Principal, RoleAssignment } from "./auth/principal.ts";
export { clickhouseExportStore } from "./export/store/clickhouse-export-store.ts";
export type { ExportStore } from "./export/store/export-store.ts";
export type { EmailOf, Emails, Initiator } from "./emails/emails.ts";
export type { Entry, EntryPage } from "./entries/entry.ts";
export type { Hierarchy } from "./hierarchy/hierarchy.ts";
export type { PublishedEntry } from "./entries/published-entry.ts";
export type { Recording } from "./recording/index.ts";
export { createMetrics, type Metrics } from "./metrics.ts";
export type { ErrorBody } from "./problem.ts";
export { clickhouseStore, type ClickHouseAddress } from "./store/clickhouse-store.ts";
export type { EntryStore, StoredPage } from "./store/entry-store.ts";
