// Where events lie, as readers ask for it: the tables hierarchy (clickhouse/migrations/0004_hierarchy.sql) and scope_places
// (0006_reading.sql), and the conditions on audit.events that are right at every moment. An event that came before the organization of its
// scope was known has '' in organization_id until it is filled; until then it lies where its scope lies now. What is filled stays where it was.
//
// The table is sorted by scope, so that each condition begins with all scopes that can matter: the others are not read.

export const HIERARCHY_TABLE = "hierarchy";

/** Where scopes were when events of them came, as the stored events say. */
export const SCOPE_PLACES_TABLE = "scope_places";

/** All events of an organization, whatever their scope. Bound: organizationId. */
export const IN_ORGANIZATION = `scope_id IN (
    SELECT scope_id FROM ${SCOPE_PLACES_TABLE} WHERE organization_id = {organizationId:String}
    UNION ALL SELECT id FROM ${HIERARCHY_TABLE} WHERE organization_id = {organizationId:String}
    UNION ALL SELECT {organizationId:String})
  AND (organization_id = {organizationId:String}
    OR (organization_id = '' AND scope_id IN (SELECT id FROM ${HIERARCHY_TABLE} FINAL WHERE organization_id = {organizationId:String})))`;

const FOLDERS = `(
    SELECT id FROM ${HIERARCHY_TABLE} FINAL WHERE type = 'FOLDER' AND has(folder_ids, {folderId:String})
    UNION ALL SELECT {folderId:String})`;

/** All events of a folder and of everything below it, whatever their scope. Bound: folderId. */
export const IN_FOLDER = `scope_id IN (
    SELECT scope_id FROM ${SCOPE_PLACES_TABLE} WHERE folder_id IN ${FOLDERS}
    UNION ALL SELECT id FROM ${HIERARCHY_TABLE} WHERE has(folder_ids, {folderId:String})
    UNION ALL SELECT {folderId:String})
  AND (folder_id IN ${FOLDERS}
    OR (folder_id = '' AND organization_id = '' AND scope_id IN (SELECT id FROM ${HIERARCHY_TABLE} FINAL WHERE has(folder_ids, {folderId:String}))))`;
