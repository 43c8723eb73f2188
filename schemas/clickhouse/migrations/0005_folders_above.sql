-- All folders above a node and not only the nearest: a role on any of them holds on everything below it (query-api/src/hierarchy). The
-- survey writes them; rows that were written before get theirs at the next surveyor's first comparison, and until then nobody inherits.
ALTER TABLE hierarchy
    ADD COLUMN IF NOT EXISTS folder_ids Array(String) COMMENT 'Folders above it, nearest first; a folder is its own first' CODEC(ZSTD(1)) AFTER folder_id;

-- The query service asks for one node, and the key is led by the organization: with the index it reads a granule or two, not all.
ALTER TABLE hierarchy ADD INDEX IF NOT EXISTS ids id TYPE bloom_filter(0.001) GRANULARITY 1;
ALTER TABLE hierarchy MATERIALIZE INDEX ids SETTINGS mutations_sync = 0;
