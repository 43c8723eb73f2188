-- As before, without the ALIAS columns: resolving them costs a sixth of a page, whether they are asked for or not. Who needs a part of the entry
-- takes it out of the entry (schemas/src/entry-text.ts). For people who write SQL they are in the view entries.
CREATE OR REPLACE VIEW scope_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW scope_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE OR REPLACE VIEW entries_of_scopes
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id IN {scopeIds:Array(String)}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

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
