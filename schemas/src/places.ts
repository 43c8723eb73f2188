// The table of where nodes lie now (clickhouse/migrations/0004_hierarchy.sql). Readers ask the views (views.ts).

export const HIERARCHY_TABLE = "hierarchy";
