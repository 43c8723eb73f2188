-- The table of events as it is from here on, whole; what was tried and measured: infra/decisions/0022-storage-for-reading.md.
--
-- entry: a page reads whole entries, few from each of many places, and then every column costs a block that is unpacked for one value. So what an entry
-- is made of is one text beside the columns by which entries are found and counted, and what only a whole entry shows is in the text alone: SQL sees it as
-- ALIAS columns. FF and FE are bytes that no text in UTF-8 has. What may change later (organization_id, folder_id) and the keys are not in it.
-- The rest as in migration 9: LowCardinality also where a text has many values over all and few among neighbours. Led by the scope, which is part of the
-- event: whatever is known of the organization when a copy comes, its key is the same. words: full-text search (schemas/src/searched-text.ts).
-- by_organization: what is on a page of everything below an organization, in the order of the page. Whole entries it does not have.
CREATE TABLE IF NOT EXISTS events_of_texts
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
    request_method     LowCardinality(String)  COMMENT 'HTTP method' CODEC(ZSTD(1)),
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
    correlation_id     String                  COMMENT 'The caller''s id of the request' CODEC(ZSTD(1)),
    operation_id       String                  COMMENT 'Joins start and end of one long operation' CODEC(ZSTD(1)),
    producer_id        LowCardinality(String)  COMMENT 'Producer instance that sent it' CODEC(ZSTD(1)),
    producer_sequence  UInt64                  COMMENT 'Grows by one per event of that instance' CODEC(Delta, ZSTD(1)),
    schema_id          UInt32                  COMMENT 'Registry id of the schema it was written with' CODEC(ZSTD(1)),
    kafka_topic        LowCardinality(String)  COMMENT 'Where it travelled' CODEC(ZSTD(1)),
    kafka_partition    UInt32                  COMMENT 'Where it travelled' CODEC(ZSTD(1)),
    kafka_offset       UInt64                  COMMENT 'Where it travelled' CODEC(Delta, ZSTD(1)),
    precedence         UInt64 MATERIALIZED bitNot(toUInt64(toUnixTimestamp64Milli(received_time))) COMMENT 'Of copies of an event the one with the largest stays: what was received first' CODEC(Delta, ZSTD(1)),
    entry              String DEFAULT concat(arrayStringConcat(arraySlice(entry_parts, 1, 11), '\xFF'), '\xFF\xFE\xFF', arrayStringConcat(arraySlice(entry_parts, 12), '\xFF'))
        COMMENT 'What a reader of the whole entry reads: its parts, between them a byte FF, behind the searched ones a part FE (schemas/src/entry-text.ts)' CODEC(ZSTD(1)),
    entry_parts        Array(String) EPHEMERAL COMMENT 'The same parts as a list, for who inserts JSON',
    delegation         String ALIAS splitByChar('\xFF', entry)[24] COMMENT 'JSON list of principals on whose behalf it was done',
    request_endpoint   String ALIAS splitByChar('\xFF', entry)[6] COMMENT 'Path that received the request',
    request_headers    String ALIAS splitByChar('\xFF', entry)[26] COMMENT 'JSON object, secrets redacted',
    request_parameters String ALIAS splitByChar('\xFF', entry)[7] COMMENT 'JSON object, secrets redacted',
    request_body       String ALIAS splitByChar('\xFF', entry)[8] COMMENT 'JSON, secrets redacted',
    status_message     String ALIAS splitByChar('\xFF', entry)[11] COMMENT 'Why it failed or was denied',
    traceparent        String ALIAS splitByChar('\xFF', entry)[37] COMMENT 'W3C trace context',
    result             String ALIAS splitByChar('\xFF', entry)[10] COMMENT 'JSON object: the change that came of it',
    details            String ALIAS splitByChar('\xFF', entry)[9] COMMENT 'JSON object: the event''s own typed part',
    truncations        String ALIAS splitByChar('\xFF', entry)[40] COMMENT 'JSON list of parts that were cut, with their original size',
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
    INDEX words arrayFilter(word -> NOT match(word, '[0-9]'), tokens(lowerUTF8(replaceAll(substring(entry, 1, position(entry, '\xFE') - 2), '\xFF', '\n')), 'splitByNonAlpha'))
        TYPE bloom_filter(0.001) GRANULARITY 1,
    PROJECTION by_organization (
        SELECT organization_id, event_time, event_id, scope_id, scope_type, visibility, event_name, event_type, category, severity, domain,
            event_source, region, folder_id, project_id, initiator_kind, initiator_id, source_ip_address, country, client_kind, resource_type, outcome
        ORDER BY organization_id, event_time, event_id)
)
ENGINE = ReplacingMergeTree(precedence)
PARTITION BY toMonday(event_time)
ORDER BY (scope_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 90 DAY
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, async_insert = 0, index_granularity = 1024,
    min_age_to_force_merge_seconds = 86400, min_age_to_force_merge_on_partition_only = 1, deduplicate_merge_projection_mode = 'rebuild'
COMMENT 'Every audit event of the last 90 days';

INSERT INTO events_of_texts (
    event_id, event_time, received_time, event_name, event_version, event_type, category, severity, visibility, domain, event_source, region,
    scope_type, scope_id, organization_id, folder_id, project_id, initiator_kind, initiator_id, request_method, source_ip_address, network_class,
    country, network_operator, user_agent, client_kind, resource_type, resource_id, resource_name, outcome, status_code, correlation_id,
    operation_id, producer_id, producer_sequence, schema_id, kafka_topic, kafka_partition, kafka_offset, entry)
SELECT
    event_id, event_time, received_time, event_name, event_version, event_type, category, severity, visibility, domain, event_source, region,
    scope_type, scope_id, organization_id, folder_id, project_id, initiator_kind, initiator_id, request_method, source_ip_address, network_class,
    country, network_operator, user_agent, client_kind, resource_type, resource_id, resource_name, outcome, status_code, correlation_id,
    operation_id, producer_id, producer_sequence, schema_id, kafka_topic, kafka_partition, kafka_offset,
    concatWithSeparator('\xFF',
        event_name, resource_type, resource_id, resource_name, initiator_id, request_endpoint, request_parameters, request_body, details, result,
        status_message, '\xFE', event_version, event_type, category, severity, visibility, domain, event_source, region, scope_type, project_id,
        initiator_kind, delegation, request_method, request_headers, source_ip_address, network_class, country, network_operator, user_agent,
        client_kind, outcome, status_code, correlation_id, operation_id, traceparent, producer_id, producer_sequence, truncations)
FROM events;

-- A materialized view stays with the table that it was made on: it is made again on the new one.
DROP TABLE IF EXISTS hierarchy_facts_of_inserts;

EXCHANGE TABLES events AND events_of_texts;

DROP TABLE events_of_texts;

-- A block that is inserted has no ALIAS columns.
CREATE MATERIALIZED VIEW IF NOT EXISTS hierarchy_facts_of_inserts TO hierarchy_facts AS
SELECT
    resource_id AS id,
    upper(splitByChar('.', event_name)[2]) AS type,
    JSONExtractString(splitByChar('\xFF', entry)[9], 'containerId') AS container_id,
    JSONExtractString(splitByChar('\xFF', entry)[9], 'containerParentId') AS parent,
    event_time,
    now64(3, 'UTC') AS inserted_at
FROM events
WHERE domain = 'resource-manager'
    AND event_name IN ('resource-manager.organization.create', 'resource-manager.organization.update', 'resource-manager.folder.create',
        'resource-manager.folder.update', 'resource-manager.project.create', 'resource-manager.project.update')
    AND outcome = 'SUCCESS'
    AND resource_id != ''
    AND (parent != '' OR type = 'ORGANIZATION');

-- As before, with the ALIAS columns, which no asterisk stands for.
CREATE OR REPLACE VIEW scope_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW scope_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events FINAL
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW entries_of_scopes
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events
WHERE scope_id IN {scopeIds:Array(String)}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW organization_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW organization_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events FINAL
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events FINAL
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
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
SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
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
SELECT
    *,
    delegation, request_endpoint, request_headers, request_parameters, request_body, status_message, traceparent, result, details, truncations
FROM events FINAL
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- Events of an organization by the projection, which is in the order of its pages, and those that are not filled yet. Together they are organization_entries; whoever
-- asks both in one query misses none that is filled meanwhile.
CREATE VIEW IF NOT EXISTS placed_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE VIEW IF NOT EXISTS unplaced_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;
