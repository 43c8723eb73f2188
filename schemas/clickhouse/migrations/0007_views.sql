-- What readers may ask, as views: infra/clickhouse/users.d grants the query service these and no table, so that a query without a scope is
-- one that the database refuses. Parameters are part of the call: scope_entries(scopeId = …, scopeType = …, visibilities = […]).
--
-- DEFINER: whoever reads a view needs no right on its tables. CURRENT_USER is who migrates; in production audit_migrator.
-- One scope for what is its own: `scope_id IN (…)` is not read in the order of the sorting key, not even with one element (measured on 26.7).
-- Retention stands in the view, too: what is older than 90 days is shown to nobody, whether or not its part is dropped yet.
CREATE VIEW IF NOT EXISTS scope_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- All events of an organization, whatever their scope. An event that came before the organization of its scope was known has '' in
-- organization_id until it is filled; until then it lies where its scope lies now. What is filled stays where it was. The table is sorted by
-- scope: first come all scopes that can matter, so that the others are not read.
CREATE VIEW IF NOT EXISTS organization_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id IN (
        SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}
        UNION ALL SELECT id FROM hierarchy WHERE organization_id = {organizationId:String}
        UNION ALL SELECT {organizationId:String})
    AND (organization_id = {organizationId:String}
        OR (organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- All events of a folder and of everything below it, in the same way.
CREATE VIEW IF NOT EXISTS folder_entries
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events
WHERE scope_id IN (
        SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
        UNION ALL SELECT id FROM hierarchy WHERE has(folder_ids, {folderId:String})
        UNION ALL SELECT {folderId:String})
    AND (folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
        OR (folder_id = '' AND organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- The same for what counts: copies of an event that are not merged yet are one. What lists drops copies itself, and is read in order.
CREATE VIEW IF NOT EXISTS scope_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE scope_id = {scopeId:String}
    AND scope_type = {scopeType:String}
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE VIEW IF NOT EXISTS organization_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE scope_id IN (
        SELECT scope_id FROM scope_places WHERE organization_id = {organizationId:String}
        UNION ALL SELECT id FROM hierarchy WHERE organization_id = {organizationId:String}
        UNION ALL SELECT {organizationId:String})
    AND (organization_id = {organizationId:String}
        OR (organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE organization_id = {organizationId:String})))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

CREATE VIEW IF NOT EXISTS folder_entries_once
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT *
FROM events FINAL
WHERE scope_id IN (
        SELECT scope_id FROM scope_places WHERE folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
        UNION ALL SELECT id FROM hierarchy WHERE has(folder_ids, {folderId:String})
        UNION ALL SELECT {folderId:String})
    AND (folder_id IN (
            SELECT id FROM hierarchy FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
            UNION ALL SELECT {folderId:String})
        OR (folder_id = '' AND organization_id = '' AND scope_id IN (SELECT id FROM hierarchy FINAL WHERE has(folder_ids, {folderId:String}))))
    AND visibility IN {visibilities:Array(String)}
    AND event_time >= now64(3) - INTERVAL 90 DAY;

-- Where one node lies. The rows of the organizations that it left are among them: the reader looks at versions (query-api/src/query/above-query.ts).
CREATE VIEW IF NOT EXISTS scope_place
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT organization_id, id, type, folder_ids, version, moved_away
FROM hierarchy
WHERE id = {scopeId:String};

-- E-mails of initiators that somebody names, never all.
CREATE VIEW IF NOT EXISTS initiator_emails
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT kind, id, email, version
FROM initiators
WHERE id IN {ids:Array(String)};

-- The latest e-mails of all initiators of these entries, for a download that ClickHouse makes itself. Longer ones than the contract allows are none.
CREATE VIEW IF NOT EXISTS scope_initiators
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT kind, id, argMax(email, version) AS latest
FROM initiators
WHERE id IN (SELECT initiator_id FROM scope_entries(scopeId = {scopeId:String}, scopeType = {scopeType:String}, visibilities = {visibilities:Array(String)}))
    AND length(id) <= 1020
GROUP BY kind, id
HAVING lengthUTF8(latest) <= 255;

CREATE VIEW IF NOT EXISTS organization_initiators
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT kind, id, argMax(email, version) AS latest
FROM initiators
WHERE id IN (SELECT initiator_id FROM organization_entries(organizationId = {organizationId:String}, visibilities = {visibilities:Array(String)}))
    AND length(id) <= 1020
GROUP BY kind, id
HAVING lengthUTF8(latest) <= 255;

CREATE VIEW IF NOT EXISTS folder_initiators
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT kind, id, argMax(email, version) AS latest
FROM initiators
WHERE id IN (SELECT initiator_id FROM folder_entries(folderId = {folderId:String}, visibilities = {visibilities:Array(String)}))
    AND length(id) <= 1020
GROUP BY kind, id
HAVING lengthUTF8(latest) <= 255;

-- Which initiators have an e-mail like one of these (LIKE, in lower case), and not the e-mails. Longer ones than the contract allows count as none.
CREATE VIEW IF NOT EXISTS initiators_with_email
DEFINER = CURRENT_USER SQL SECURITY DEFINER
AS SELECT kind, id
FROM initiators FINAL
WHERE email != '' AND lengthUTF8(email) <= 255 AND lengthUTF8(id) <= 255
    AND arrayExists(pattern -> lowerUTF8(email) LIKE pattern, {patterns:Array(String)});

-- For analysts: each event once, of the last 90 days. INVOKER: read with the analyst's own rights, so that the row policy on events holds.
CREATE VIEW IF NOT EXISTS entries
SQL SECURITY INVOKER
AS SELECT
    event_id, event_time, received_time, event_name, event_type, category, severity, domain, event_source, region,
    scope_type, scope_id, organization_id, folder_id, project_id,
    initiator_kind, initiator_id, client_kind, source_ip_address, network_class, country, network_operator, user_agent,
    resource_type, resource_id, resource_name, outcome, status_code, status_message, correlation_id, operation_id,
    request_method, request_endpoint, request_parameters, request_body, details, result
FROM events FINAL
WHERE event_time >= now64(3) - INTERVAL 90 DAY;
