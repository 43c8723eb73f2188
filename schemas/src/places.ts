// Where events lie, as readers ask for it: the table hierarchy (clickhouse/migrations/0004_hierarchy.sql), and the conditions on
// audit.events that are right at every moment. An event that came before the organization of its scope was known has '' in
// organization_id until it is filled; until then it lies where its scope lies now. What is filled stays where it was.

export const HIERARCHY_TABLE = "hierarchy";

const scopesIn = (column: string, parameter: string): string =>
  `scope_id IN (SELECT id FROM ${HIERARCHY_TABLE} FINAL WHERE ${column} = {${parameter}:String})`;

/** All events of an organization, whatever their scope. Bound: organizationId. */
export const IN_ORGANIZATION = `(organization_id = {organizationId:String}
  OR (organization_id = '' AND ${scopesIn("organization_id", "organizationId")}))`;

/** All events whose nearest folder it is: its own, and those of projects right in it. Bound: folderId. */
export const IN_FOLDER = `(folder_id = {folderId:String}
  OR (organization_id = '' AND folder_id = '' AND ${scopesIn("folder_id", "folderId")}))`;
