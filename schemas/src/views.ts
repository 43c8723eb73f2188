// The views that the query service may read, as it calls them (clickhouse/migrations): each demands what it is asked about, and
// production grants no table (infra/clickhouse/users.d). Columns are those of the tables without their ALIAS columns (columnSql in entry-text.ts).

/** A scope's own events of the last 90 days. Bound: scopeId, scopeType, visibilities. Read in the order of the sorting key. */
export const SCOPE_ENTRIES =
  "scope_entries(scopeId = {scopeId:String}, scopeType = {scopeType:String}, visibilities = {visibilities:Array(String)})";

/** All events of an organization, whatever their scope. Bound: organizationId, visibilities. */
export const ORGANIZATION_ENTRIES =
  "organization_entries(organizationId = {organizationId:String}, visibilities = {visibilities:Array(String)})";

/** The same without what only a whole entry has: with columns in BY_ORGANIZATION only, read in the order of time. Bound: as before. */
export const ORGANIZATION_OUTLINES =
  "organization_outlines(organizationId = {organizationId:String}, visibilities = {visibilities:Array(String)})";

/** week (its Monday, YYYY-MM-DD) and part: weeks of the table events that are one merged part, in which each event lies once. No entry is told. Bound: since, the first. */
export const SETTLED_WEEKS = "settled_weeks(since = {since:Date})";

/** Of the table events; what organization_outlines reads. */
export const EVENTS_PROJECTION = "by_organization";

/** Columns of the projection by_organization: pages of everything below an organization that ask for others are not found by outlines. */
export const BY_ORGANIZATION = [
  "organization_id",
  "event_time",
  "event_id",
  "scope_id",
  "scope_type",
  "visibility",
  "event_name",
  "event_type",
  "category",
  "severity",
  "domain",
  "event_source",
  "region",
  "folder_id",
  "project_id",
  "initiator_kind",
  "initiator_id",
  "source_ip_address",
  "country",
  "client_kind",
  "resource_type",
  "outcome",
] as const;

/** All events of a folder and of everything below it, whatever their scope. Bound: folderId, visibilities. */
export const FOLDER_ENTRIES =
  "folder_entries(folderId = {folderId:String}, visibilities = {visibilities:Array(String)})";

/** Of scopes that are named one by one, not in order: for entries whose keys are known. It has the columns of a row on the wire (query-api/src/wire) alone. Bound: scopeIds, visibilities. */
export const ENTRIES_OF_SCOPES =
  "entries_of_scopes(scopeIds = {scopeIds:Array(String)}, visibilities = {visibilities:Array(String)})";

/** scope_entries, organization_entries or folder_entries for what counts: copies of an event are one, though it is not read in order. */
export const once = (entries: string): string => entries.replace("_entries(", "_entries_once(");

/** kind, id and latest: the latest e-mails of all initiators of one of these three. */
export const initiatorsOf = (entries: string): string => entries.replace("_entries(", "_initiators(");

/** Rows of the table hierarchy about one node, of each organization that it was ever in. Bound: scopeId. */
export const SCOPE_PLACE = "scope_place(scopeId = {scopeId:String})";

/** Rows of the table ingest_progress of partitions that were heard of since. Bound: heardSince. */
export const PARTITION_PROGRESS = "partition_progress(heardSince = {heardSince:DateTime64(3, 'UTC')})";

/** Rows of the table initiators. Bound: ids. */
export const INITIATOR_EMAILS = "initiator_emails(ids = {ids:Array(String)})";

/** kind and id of the initiators whose e-mail is like one of the patterns, in lower case. `patterns`: a placeholder of Array(String). */
export const initiatorsWithEmail = (patterns: string): string => `initiators_with_email(patterns = ${patterns})`;
