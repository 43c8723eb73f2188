// The tables of where events lie (clickhouse/migrations/0004_hierarchy.sql, 0006_reading.sql). Readers ask the views (views.ts).

export const HIERARCHY_TABLE = "hierarchy";

/** Where scopes were when events of them came, as the stored events say. */
export const SCOPE_PLACES_TABLE = "scope_places";
