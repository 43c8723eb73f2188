-- The storage that answers in milliseconds. Alternatives and figures: infra/decisions/0022-storage-for-reading.md.
--
-- precedence: of the copies of an event (a producer's retry, a replay) the one that was received first is kept, so that whoever reads in
-- the order of arrival is not shown it again.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS precedence UInt64 MATERIALIZED bitNot(toUInt64(toUnixTimestamp64Milli(received_time)))
        COMMENT 'Of copies of an event the one with the largest stays: what was received first' CODEC(Delta, ZSTD(1));

-- Skip indexes for what an auditor asks for and few events have. Each leaves the granules that may have it.
ALTER TABLE events
    ADD INDEX IF NOT EXISTS initiator_ids initiator_id TYPE bloom_filter GRANULARITY 1,
    ADD INDEX IF NOT EXISTS resource_ids resource_id TYPE bloom_filter GRANULARITY 1,
    ADD INDEX IF NOT EXISTS correlation_ids correlation_id TYPE bloom_filter GRANULARITY 1,
    ADD INDEX IF NOT EXISTS operation_ids operation_id TYPE bloom_filter GRANULARITY 1,
    ADD INDEX IF NOT EXISTS addresses source_ip_address TYPE bloom_filter GRANULARITY 1,
    ADD INDEX IF NOT EXISTS event_names event_name TYPE set(0) GRANULARITY 1,
    ADD INDEX IF NOT EXISTS received received_time TYPE minmax GRANULARITY 1;

-- Full-text search (schemas/src/searched-text.ts): which words an entry says, in lower case. Words with a digit are ids more often than not; they
-- would be most of the index, and are looked for without it.
ALTER TABLE events
    ADD INDEX IF NOT EXISTS words lowerUTF8(concatWithSeparator('\n', event_name, resource_type, resource_id, resource_name, initiator_id, request_endpoint, request_parameters, request_body, details, result, status_message))
    TYPE text(tokenizer = splitByNonAlpha, postprocessor = if(match(lowerUTF8(concatWithSeparator('\n', event_name, resource_type, resource_id, resource_name, initiator_id, request_endpoint, request_parameters, request_body, details, result, status_message)), '[0-9]'), '', lowerUTF8(concatWithSeparator('\n', event_name, resource_type, resource_id, resource_name, initiator_id, request_endpoint, request_parameters, request_body, details, result, status_message))));

-- PARTITION BY week instead of day: a page of a quiet scope has rows of many partitions, and each costs a seek per column. Retention at query
-- time is exact as before; a part leaves the disk when all of its week is older than 90 days.
-- index_granularity = 2048: a page, or a scope of a few events, reads a quarter of what it read.
-- min_age_to_force_merge_*: a week that is over becomes one part, in which no event is stored twice.
CREATE TABLE IF NOT EXISTS events_by_week AS events
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY toMonday(event_time)
ORDER BY (scope_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 90 DAY
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, async_insert = 0, index_granularity = 2048,
    min_age_to_force_merge_seconds = 86400, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Every audit event of the last 90 days';

INSERT INTO events_by_week SELECT * FROM events;

-- A materialized view stays with the table that it was made on: it is made again on the new one.
DROP TABLE IF EXISTS hierarchy_facts_of_inserts;

EXCHANGE TABLES events AND events_by_week;

DROP TABLE events_by_week;

CREATE MATERIALIZED VIEW IF NOT EXISTS hierarchy_facts_of_inserts TO hierarchy_facts AS
SELECT
    resource_id AS id,
    upper(splitByChar('.', event_name)[2]) AS type,
    JSONExtractString(details, 'containerId') AS container_id,
    JSONExtractString(details, 'containerParentId') AS parent,
    event_time,
    now64(3, 'UTC') AS inserted_at
FROM events
WHERE domain = 'resource-manager'
    AND event_name IN ('resource-manager.organization.create', 'resource-manager.organization.update', 'resource-manager.folder.create',
        'resource-manager.folder.update', 'resource-manager.project.create', 'resource-manager.project.update')
    AND outcome = 'SUCCESS'
    AND resource_id != ''
    AND (parent != '' OR type = 'ORGANIZATION');

-- Where scopes were when events of them came. The events are sorted by scope: who asks for an organization first learns which to read.
CREATE TABLE IF NOT EXISTS scope_places
(
    organization_id LowCardinality(String) COMMENT 'Organization above it',
    folder_id       String                 COMMENT 'Nearest folder above it; empty: none' CODEC(ZSTD(1)),
    scope_id        String                 COMMENT 'events.scope_id' CODEC(ZSTD(1)),
    INDEX folders folder_id TYPE bloom_filter GRANULARITY 1
)
ENGINE = ReplacingMergeTree
ORDER BY (organization_id, folder_id, scope_id)
SETTINGS non_replicated_deduplication_window = 10000, async_insert = 0
COMMENT 'Where scopes were, as the stored events say';

CREATE MATERIALIZED VIEW IF NOT EXISTS scope_places_of_inserts TO scope_places AS
SELECT DISTINCT organization_id, folder_id, scope_id FROM events WHERE organization_id != '' OR folder_id != '';

INSERT INTO scope_places SELECT DISTINCT organization_id, folder_id, scope_id FROM events WHERE organization_id != '' OR folder_id != '';
