-- One row per event; the columns are schemas/src/row.ts.
--
-- ReplacingMergeTree, key ending in the event id: the same event twice (a producer's retry, a replay) becomes one row at the next
-- merge; until then readers take one row per id.
-- PARTITION BY day and ttl_only_drop_parts: retention drops whole parts and never rewrites one.
-- non_replicated_deduplication_window: without it the insert token of a plain MergeTree table does nothing.
-- async_insert = 0: an insert is answered when it is a part on disk, whatever the server's default says.
-- INDEX kafka_offsets: a worker that takes over a partition asks which offsets above the committed one are stored.
CREATE TABLE IF NOT EXISTS events
(
    event_id            UUID                                COMMENT 'UUIDv7: the identity of the event',
    event_time          DateTime64(3, 'UTC')                COMMENT 'When it happened' CODEC(DoubleDelta, ZSTD(1)),
    received_time       DateTime64(3, 'UTC')                COMMENT 'When the audit log received it' CODEC(DoubleDelta, ZSTD(1)),
    event_name          LowCardinality(String)              COMMENT '<service>.<resource>[.<sub>].<verb>',
    event_version       LowCardinality(String)              COMMENT 'major.minor of the event''s details',
    event_type          LowCardinality(String)              COMMENT 'ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED',
    category            LowCardinality(String)              COMMENT 'ADMINISTRATIVE or ACCESS',
    severity            LowCardinality(String)              COMMENT 'INFO or ERROR',
    visibility          LowCardinality(String)              COMMENT 'PUBLIC, or PRIVATE: operators only',
    domain              LowCardinality(String)              COMMENT 'Group of services',
    event_source        LowCardinality(String)              COMMENT 'Service in which it happened',
    region              LowCardinality(String)              COMMENT 'Region that emitted it',
    scope_type          LowCardinality(String)              COMMENT 'ORGANIZATION, FOLDER or PROJECT',
    scope_id            String                              COMMENT 'The organization, folder or project that it belongs to' CODEC(ZSTD(1)),
    organization_id     String                              COMMENT 'Organization above it, where known' CODEC(ZSTD(1)),
    folder_id           String                              COMMENT 'Folder above it, where known' CODEC(ZSTD(1)),
    project_id          String                              COMMENT 'Project, where known' CODEC(ZSTD(1)),
    initiator_kind      LowCardinality(String)              COMMENT 'USER, SERVICE_ACCOUNT or SYSTEM',
    initiator_id        String                              COMMENT 'Who started it' CODEC(ZSTD(1)),
    initiator_email     String                              COMMENT 'E-mail of the initiator' CODEC(ZSTD(1)),
    delegation          String                              COMMENT 'JSON list of principals on whose behalf it was done' CODEC(ZSTD(1)),
    request_endpoint    String                              COMMENT 'Path that received the request' CODEC(ZSTD(1)),
    request_method      LowCardinality(String)              COMMENT 'HTTP method',
    request_headers     String                              COMMENT 'JSON object, secrets redacted' CODEC(ZSTD(1)),
    request_parameters  String                              COMMENT 'JSON object, secrets redacted' CODEC(ZSTD(1)),
    request_body        String                              COMMENT 'JSON, secrets redacted' CODEC(ZSTD(1)),
    source_ip_address   String                              COMMENT 'IPv4 or IPv6; empty for the platform itself' CODEC(ZSTD(1)),
    user_agent          String                              COMMENT 'As the client sent it' CODEC(ZSTD(1)),
    resource_type       LowCardinality(String)              COMMENT 'Kind of resource it was done to',
    resource_id         String                              COMMENT 'Resource it was done to' CODEC(ZSTD(1)),
    resource_name       String                              COMMENT 'Display name of the resource' CODEC(ZSTD(1)),
    outcome             LowCardinality(String)              COMMENT 'SUCCESS, FAILURE or DENIED',
    status_code         Int32                               COMMENT 'HTTP status the caller saw; 0: none',
    status_message      String                              COMMENT 'Why it failed or was denied' CODEC(ZSTD(1)),
    correlation_id      String                              COMMENT 'The caller''s id of the request' CODEC(ZSTD(1)),
    operation_id        String                              COMMENT 'Joins start and end of one long operation' CODEC(ZSTD(1)),
    traceparent         String                              COMMENT 'W3C trace context' CODEC(ZSTD(1)),
    result              String                              COMMENT 'JSON object: the change that came of it' CODEC(ZSTD(1)),
    details             String                              COMMENT 'JSON object: the event''s own typed part' CODEC(ZSTD(1)),
    producer_id         String                              COMMENT 'Producer instance that sent it' CODEC(ZSTD(1)),
    producer_sequence   UInt64                              COMMENT 'Grows by one per event of that instance' CODEC(Delta, ZSTD(1)),
    truncations         String                              COMMENT 'JSON list of parts that were cut, with their original size' CODEC(ZSTD(1)),
    schema_id           UInt32                              COMMENT 'Registry id of the schema it was written with',
    kafka_topic         LowCardinality(String)              COMMENT 'Where it travelled',
    kafka_partition     UInt32                              COMMENT 'Where it travelled',
    kafka_offset        UInt64                              COMMENT 'Where it travelled' CODEC(Delta, ZSTD(1)),
    INDEX kafka_offsets kafka_offset TYPE minmax GRANULARITY 8
)
ENGINE = ReplacingMergeTree
PARTITION BY toDate(event_time)
ORDER BY (scope_id, event_time, event_id)
TTL toDateTime(event_time) + INTERVAL 90 DAY
SETTINGS ttl_only_drop_parts = 1, non_replicated_deduplication_window = 10000, async_insert = 0
COMMENT 'Every audit event of the last 90 days';
