-- How far each partition's events are stored, as its worker says about once a second, so that whoever reads in the order of arrival knows
-- how far there is nothing to come (infra/decisions/0019-reading-by-arrival.md).
--
-- A partition's moment only ever grows, so the largest is the newest: it is the version, too.
-- old_parts_lifetime: a small part every second; what merges have made of them leaves the disk after a minute.
CREATE TABLE IF NOT EXISTS ingest_progress
(
    topic         LowCardinality(String) COMMENT 'events.kafka_topic',
    partition     UInt32                 COMMENT 'events.kafka_partition',
    domain        LowCardinality(String) COMMENT 'events.domain of the topic',
    settled_until DateTime64(3, 'UTC')   COMMENT 'Every event of the partition that was received before this is stored or dead-lettered',
    waiting_since DateTime64(3, 'UTC')   COMMENT 'Kafka''s time of the oldest record that was not settled at the worker''s last look at the lag; 1970: none was'
)
ENGINE = ReplacingMergeTree(settled_until)
ORDER BY (topic, partition)
SETTINGS async_insert = 0, old_parts_lifetime = 60, max_cleanup_delay_period = 30
COMMENT 'How far the events of each partition are stored';

-- What the query service may ask of it (infra/clickhouse/users.d): partitions that were heard of since. One that was silent for longer than
-- entries are kept holds nobody back.
CREATE VIEW IF NOT EXISTS partition_progress
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT topic, partition, domain, settled_until, waiting_since
FROM ingest_progress
WHERE settled_until >= {heardSince:DateTime64(3, 'UTC')};
