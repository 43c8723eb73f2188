-- What is on a page that was found below an organization or a folder is read by its keys, out of the scopes that they name: what the page's first
-- query asked of the hierarchy is not asked again (infra/decisions/0022-storage-for-reading.md).
CREATE VIEW IF NOT EXISTS entries_of_scopes
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id IN {scopeIds:Array(String)}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;
