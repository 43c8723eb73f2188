-- The hierarchy: which organization and folder is above a project, as Resource Manager's own events say. Why it is built this way:
-- infra/decisions/0014-hierarchy.md.
--
-- A fact: since event_time the node `id` lies under `parent`. The key is the whole fact, so that it may come twice and in any order; the
-- newest fact of a node is where it lies. No TTL: the hierarchy outlives the events, and a deleted node is still who its events belong to.
-- non_replicated_deduplication_window: without it a block that is sent again is not stored again, but its facts are.
CREATE TABLE IF NOT EXISTS hierarchy_facts
(
    id           String                      COMMENT 'The node: events.scope_id' CODEC(ZSTD(1)),
    type         LowCardinality(String)      COMMENT 'ORGANIZATION, FOLDER or PROJECT',
    container_id String                      COMMENT 'Its name among people, e.g. checkout-7a8b9c' CODEC(ZSTD(1)),
    parent       String                      COMMENT 'Container id, or id, of its parent; empty for an organization' CODEC(ZSTD(1)),
    event_time   DateTime64(3, 'UTC')        COMMENT 'Since when' CODEC(DoubleDelta, ZSTD(1)),
    inserted_at  DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When it was written: workers read on from here' CODEC(DoubleDelta, ZSTD(1))
)
ENGINE = ReplacingMergeTree
ORDER BY (id, event_time, parent)
SETTINGS non_replicated_deduplication_window = 10000, async_insert = 0
COMMENT 'What Resource Manager''s events say about organizations, folders and projects';

-- What the stored events say. An update that names no parent moved nothing, and what failed or was denied changed nothing.
CREATE VIEW IF NOT EXISTS hierarchy_facts_in_events AS
SELECT
    resource_id AS id,
    upper(splitByChar('.', event_name)[2]) AS type,
    JSONExtractString(details, 'containerId') AS container_id,
    JSONExtractString(details, 'containerParentId') AS parent,
    event_time
FROM events
WHERE domain = 'resource-manager'
    AND event_name IN ('resource-manager.organization.create', 'resource-manager.organization.update', 'resource-manager.folder.create',
        'resource-manager.folder.update', 'resource-manager.project.create', 'resource-manager.project.update')
    AND outcome = 'SUCCESS'
    AND resource_id != ''
    AND (parent != '' OR type = 'ORGANIZATION');

-- The same, of every block that is inserted: a view over a view is not told of inserts, so the words stand here twice.
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

INSERT INTO hierarchy_facts (id, type, container_id, parent, event_time)
SELECT id, type, container_id, parent, event_time FROM hierarchy_facts_in_events;

-- What follows from the facts, kept by the survey (consumers/src/hierarchy). Led by the organization, because readers ask for all that is in
-- one (schemas/src/places.ts). Who moves to another organization leaves a row with moved_away = 1 behind; FINAL does not show it.
-- version: grows with every change of a node's rows; the largest wins.
CREATE TABLE IF NOT EXISTS hierarchy
(
    organization_id LowCardinality(String) COMMENT 'Organization above it, itself for an organization',
    id              String                 COMMENT 'The node: events.scope_id' CODEC(ZSTD(1)),
    type            LowCardinality(String) COMMENT 'ORGANIZATION, FOLDER or PROJECT',
    container_id    String                 COMMENT 'Its name among people' CODEC(ZSTD(1)),
    folder_id       String                 COMMENT 'Nearest folder above it, itself for a folder; empty: none' CODEC(ZSTD(1)),
    version         UInt64                 COMMENT 'Grows with every change',
    moved_away      UInt8                  COMMENT '1: it lies in another organization now, or nobody knows where'
)
ENGINE = ReplacingMergeTree(version, moved_away)
ORDER BY (organization_id, id)
SETTINGS async_insert = 0
COMMENT 'Where each organization, folder and project lies now: read it with FINAL';

-- '' is the smallest text: only granules with an event whose organization is missing have it as their least, so finding them costs nothing.
ALTER TABLE events ADD INDEX IF NOT EXISTS without_organization organization_id TYPE minmax GRANULARITY 1;
ALTER TABLE events MATERIALIZE INDEX without_organization SETTINGS mutations_sync = 0;
