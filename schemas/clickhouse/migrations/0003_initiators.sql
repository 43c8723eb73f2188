-- The latest e-mail of each initiator, apart from the events so that it can be erased: events carry the initiator's id alone.
--
-- version: milliseconds of the newest event that named the e-mail; an erasure is a row without e-mail whose version no event reaches,
-- so that neither a late event nor a replay brings it back.
-- old_parts_lifetime, max_cleanup_delay_period: what was erased leaves the disk within two minutes, not ten.
CREATE TABLE IF NOT EXISTS initiators
(
    kind    LowCardinality(String) COMMENT 'USER, SERVICE_ACCOUNT or SYSTEM',
    id      String                 COMMENT 'Who: events.initiator_id' CODEC(ZSTD(1)),
    email   String                 COMMENT 'Latest e-mail; empty: erased' CODEC(ZSTD(1)),
    version UInt64                 COMMENT 'Milliseconds of the event that named it; the largest wins'
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (id, kind)
SETTINGS old_parts_lifetime = 60, max_cleanup_delay_period = 30
COMMENT 'Latest e-mail of each initiator';

INSERT INTO initiators
SELECT initiator_kind, initiator_id, argMax(initiator_email, event_time), toUnixTimestamp64Milli(max(event_time))
FROM events
WHERE initiator_email != ''
GROUP BY initiator_kind, initiator_id;

ALTER TABLE events DROP COLUMN initiator_email;
