-- What lies below an organization or a folder is two halves: entries that are not filled yet, and those that lie there. Each SELECT of a query sees the table's parts as they are when it is
-- planned, one after the other, and filling makes a part anew. So the half that loses entries to the other comes first: what is filled in between is in both, and never in neither. Whoever shows
-- entries shows each once anyway.
--
-- Both halves ask the projection itself (infra/decisions/0022-storage-for-reading.md). By way of the table ClickHouse first looks through all marks of the table's own key, which the organization
-- is not part of, before it finds that the projection is better: most of what a page cost. And of what is not filled the projection tells the scopes, nearly always none, so that
-- the table is not searched for all scopes that there are.
--
-- organization_outlines: what the projection has of an organization's entries, in the order of their time. It takes the place of placed_entries and unplaced_entries.
CREATE VIEW IF NOT EXISTS organization_outlines
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM mergeTreeProjection({{database}}, events, by_organization)
WHERE organization_id = ''
    AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM mergeTreeProjection({{database}}, events, by_organization)
WHERE organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

DROP VIEW IF EXISTS placed_entries;

DROP VIEW IF EXISTS unplaced_entries;

CREATE OR REPLACE VIEW organization_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE organization_id = ''
    AND scope_id IN (
            SELECT scope_id FROM mergeTreeProjection({{database}}, events, by_organization)
            WHERE organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW organization_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE organization_id = ''
    AND scope_id IN (
            SELECT scope_id FROM mergeTreeProjection({{database}}, events, by_organization)
            WHERE organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String}))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events FINAL
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}))
    AND organization_id = {organizationId:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (
            SELECT scope_id FROM mergeTreeProjection({{database}}, events, by_organization)
            WHERE organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String})))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})))
    AND folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW folder_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE folder_id = ''
    AND organization_id = ''
    AND scope_id IN (
            SELECT scope_id FROM mergeTreeProjection({{database}}, events, by_organization)
            WHERE organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String})))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY
UNION ALL
SELECT *
FROM events FINAL
WHERE indexHint(scope_id IN (SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})))
    AND folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- What a row of a page is made of, and nothing else: each column of a view is resolved with every query.
CREATE OR REPLACE VIEW entries_of_scopes
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT event_id, event_time, received_time, scope_id, organization_id, folder_id, entry
FROM events
WHERE scope_id IN {scopeIds:Array(String)}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;
