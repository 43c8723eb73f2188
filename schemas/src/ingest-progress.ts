// How far each partition's events are stored (clickhouse/migrations/0008_ingest_progress.sql): the workers write it, the query service reads it.

export const INGEST_PROGRESS_TABLE = "ingest_progress";
