// The tables of where nodes lie now (clickhouse/migrations/0004_hierarchy.sql) and where scopes were (0006_reading.sql). Readers ask the views (views.ts).

export const HIERARCHY_TABLE = "hierarchy";

/** Where scopes were, as the stored events say: which scopes to read for an organization or a folder. */
export const SCOPE_PLACES_TABLE = "scope_places";
