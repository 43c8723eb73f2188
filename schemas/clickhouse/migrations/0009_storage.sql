-- The table of events as it is from here on, whole; what was tried and measured: infra/decisions/0022-storage-for-reading.md.
--
-- LowCardinality also where a text has many values over all and few among neighbours, as ids of scopes and people have in a table that is sorted by
-- scope: they are compared, grouped and kept as numbers. The worker sends them as they are.
-- ReplacingMergeTree, key ending in the event id: the same event twice is one row at the next merge, the one that was received first (precedence).
-- Led by the scope, which is part of the event: whatever is known of the organization when a copy comes, its key is the same.
-- PARTITION BY week, index_granularity, min_age_to_force_merge_*: migration 6. ttl_only_drop_parts, deduplication window, async_insert: migration 1.
-- INDEX kafka_offsets: which offsets above the committed one are stored. without_organization: what is to be filled. times, received: a scope's
-- granules of a time. words: full-text search (schemas/src/searched-text.ts); words with a digit are ids more often than not, and would be most of it.
CREATE TABLE IF NOT EXISTS events_of_words
(
    event_id           UUID                    COMMENT 'UUIDv7: the identity of the event' CODEC(ZSTD(1)),
    event_time         DateTime64(3, 'UTC')    COMMENT 'When it happened' CODEC(Delta, ZSTD(1)),
    received_time      DateTime64(3, 'UTC')    COMMENT 'When the audit log received it' CODEC(Delta, ZSTD(1)),
    event_name         LowCardinality(String)  COMMENT '<service>.<resource>[.<sub>].<verb>' CODEC(ZSTD(1)),
    event_version      LowCardinality(String)  COMMENT 'major.minor of the event''s details' CODEC(ZSTD(1)),
    event_type         LowCardinality(String)  COMMENT 'ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED' CODEC(ZSTD(1)),
    category           LowCardinality(String)  COMMENT 'ADMINISTRATIVE or ACCESS' CODEC(ZSTD(1)),
    severity           LowCardinality(String)  COMMENT 'INFO or ERROR' CODEC(ZSTD(1)),
    visibility         LowCardinality(String)  COMMENT 'PUBLIC, or PRIVATE: operators only' CODEC(ZSTD(1)),
    domain             LowCardinality(String)  COMMENT 'Group of services' CODEC(ZSTD(1)),
    event_source       LowCardinality(String)  COMMENT 'Service in which it happened' CODEC(ZSTD(1)),
    region             LowCardinality(String)  COMMENT 'Region that emitted it' CODEC(ZSTD(1)),
    scope_type         LowCardinality(String)  COMMENT 'ORGANIZATION, FOLDER or PROJECT' CODEC(ZSTD(1)),
    scope_id           LowCardinality(String)  COMMENT 'The organization, folder or project that it belongs to' CODEC(ZSTD(1)),
    organization_id    LowCardinality(String)  COMMENT 'Organization above it, where known' CODEC(ZSTD(1)),
    folder_id          LowCardinality(String)  COMMENT 'Folder above it, where known' CODEC(ZSTD(1)),
    project_id         LowCardinality(String)  COMMENT 'Project, where known' CODEC(ZSTD(1)),
    initiator_kind     LowCardinality(String)  COMMENT 'USER, SERVICE_ACCOUNT or SYSTEM' CODEC(ZSTD(1)),
    initiator_id       LowCardinality(String)  COMMENT 'Who started it' CODEC(ZSTD(1)),
    delegation         String                  COMMENT 'JSON list of principals on whose behalf it was done' CODEC(ZSTD(1)),
    request_endpoint   String                  COMMENT 'Path that received the request' CODEC(ZSTD(1)),
    request_method     LowCardinality(String)  COMMENT 'HTTP method' CODEC(ZSTD(1)),
    request_headers    String                  COMMENT 'JSON object, secrets redacted' CODEC(ZSTD(1)),
    request_parameters String                  COMMENT 'JSON object, secrets redacted' CODEC(ZSTD(1)),
    request_body       String                  COMMENT 'JSON, secrets redacted' CODEC(ZSTD(1)),
    source_ip_address  LowCardinality(String)  COMMENT 'IPv4 or IPv6; empty for the platform itself' CODEC(ZSTD(1)),
    network_class      LowCardinality(String)  COMMENT 'Where the address lives: PUBLIC, PRIVATE, LOOPBACK, LINK_LOCAL, RESERVED' CODEC(ZSTD(1)),
    country            LowCardinality(String)  COMMENT 'Country of the address, ISO 3166-1 alpha-2, where the operator supplies a database' CODEC(ZSTD(1)),
    network_operator   LowCardinality(String)  COMMENT 'Who runs the address''s network, where the operator supplies a database' CODEC(ZSTD(1)),
    user_agent         LowCardinality(String)  COMMENT 'As the client sent it' CODEC(ZSTD(1)),
    client_kind        LowCardinality(String)  COMMENT 'Kind of program: PORTAL, BROWSER, CLI, TERRAFORM, SDK, OTHER' CODEC(ZSTD(1)),
    resource_type      LowCardinality(String)  COMMENT 'Kind of resource it was done to' CODEC(ZSTD(1)),
    resource_id        String                  COMMENT 'Resource it was done to' CODEC(ZSTD(1)),
    resource_name      String                  COMMENT 'Display name of the resource' CODEC(ZSTD(1)),
    outcome            LowCardinality(String)  COMMENT 'SUCCESS, FAILURE or DENIED' CODEC(ZSTD(1)),
    status_code        Int32                   COMMENT 'HTTP status the caller saw; 0: none' CODEC(ZSTD(1)),
    status_message     String                  COMMENT 'Why it failed or was denied' CODEC(ZSTD(1)),
    correlation_id     String                  COMMENT 'The caller''s id of the request' CODEC(ZSTD(1)),
    operation_id       String                  COMMENT 'Joins start and end of one long operation' CODEC(ZSTD(1)),
    traceparent        String                  COMMENT 'W3C trace context' CODEC(ZSTD(1)),
    result             String                  COMMENT 'JSON object: the change that came of it' CODEC(ZSTD(1)),
    details            String                  COMMENT 'JSON object: the event''s own typed part' CODEC(ZSTD(1)),
    producer_id        LowCardinality(String)  COMMENT 'Producer instance that sent it' CODEC(ZSTD(1)),
    producer_sequence  UInt64                  COMMENT 'Grows by one per event of that instance' CODEC(Delta, ZSTD(1)),
    truncations        String                  COMMENT 'JSON list of parts that were cut, with their original size' CODEC(ZSTD(1)),
    schema_id          UInt32                  COMMENT 'Registry id of the schema it was written with' CODEC(ZSTD(1)),
    kafka_topic        LowCardinality(String)  COMMENT 'Where it travelled' CODEC(ZSTD(1)),
    kafka_partition    UInt32                  COMMENT 'Where it travelled' CODEC(ZSTD(1)),
    kafka_offset       UInt64                  COMMENT 'Where it travelled' CODEC(Delta, ZSTD(1)),
    precedence         UInt64 MATERIALIZED bitNot(toUInt64(toUnixTimestamp64Milli(received_time))) COMMENT 'Of copies of an event the one with the largest stays: what was received first' CODEC(Delta, ZSTD(1)),
    INDEX kafka_offsets kafka_offset TYPE minmax GRANULARITY 8,
    INDEX without_organization organization_id TYPE minmax GRANULARITY 1,
    INDEX times event_time TYPE minmax GRANULARITY 1,
    INDEX received received_time TYPE minmax GRANULARITY 1,
    INDEX initiator_ids initiator_id TYPE bloom_filter GRANULARITY 1,
    INDEX resource_ids resource_id TYPE bloom_filter GRANULARITY 1,
    INDEX correlation_ids correlation_id TYPE bloom_filter GRANULARITY 1,
    INDEX operation_ids operation_id TYPE bloom_filter GRANULARITY 1,
    INDEX addresses source_ip_address TYPE bloom_filter GRANULARITY 1,
    INDEX event_names event_name TYPE set(0) GRANULARITY 1,
    INDEX words arrayFilter(word -> NOT match(word, '[0-9]'), tokens(lowerUTF8(concatWithSeparator('\n', event_name, resource_type, resource_id, resource_name, initiator_id, request_endpoint, request_parameters, request_body, details, result, status_message)), 'splitByNonAlpha'))
        TYPE bloom_filter(0.001) GRANULARITY 1
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY toMonday(event_time)
ORDER BY (scope_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 90 DAY
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, async_insert = 0, index_granularity = 2048,
    min_age_to_force_merge_seconds = 86400, min_age_to_force_merge_on_partition_only = 1
COMMENT 'Every audit event of the last 90 days';

INSERT INTO events_of_words SELECT * FROM events;

-- A materialized view stays with the table that it was made on: it is made again on the new one.
DROP TABLE IF EXISTS hierarchy_facts_of_inserts;

DROP TABLE IF EXISTS scope_places_of_inserts;

EXCHANGE TABLES events AND events_of_words;

DROP TABLE events_of_words;

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

CREATE MATERIALIZED VIEW IF NOT EXISTS scope_places_of_inserts TO scope_places AS
SELECT DISTINCT organization_id, folder_id, scope_id FROM events WHERE organization_id != '' OR folder_id != '';

-- The surveyor says here, too, where the scopes of the events are that it fills (consumers/src/hierarchy); these are filled already.
INSERT INTO scope_places SELECT DISTINCT organization_id, folder_id, scope_id FROM events WHERE organization_id != '' OR folder_id != '';

-- As in migration 7, and cheaper. indexHint: which scopes can matter decides what is read, and is not asked of every row again. First the events whose
-- place is known, out of the scopes that ever were there; then those that are not filled yet, out of the scopes that lie there now.
CREATE OR REPLACE VIEW organization_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW organization_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events FINAL
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})))
    AND folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})))
    AND folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events FINAL
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;
