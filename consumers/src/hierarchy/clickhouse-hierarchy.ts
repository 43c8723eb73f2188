// The hierarchy's tables in ClickHouse. What they are: schemas/clickhouse/migrations/0004_hierarchy.sql.
import { EVENTS_TABLE, HIERARCHY_TABLE, SCOPE_PLACES_TABLE } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import { insertRows } from "../clickhouse-insert.ts";
import type { HierarchyRow, HierarchyStore, Mutation, Unfilled, WrittenFact } from "./hierarchy-store.ts";

/** Of everything asked or begun here; nothing takes as long as this. */
const DEADLINE_S = 20;
/** Their ids and places travel in the address of the request: 70 KB. */
const SCOPES_PER_FILL = 500;

const FACTS = `
  SELECT id, type, container_id AS containerId, parent,
         toUnixTimestamp64Milli(event_time) AS eventTime, toUnixTimestamp64Milli(inserted_at) AS insertedAt
  FROM hierarchy_facts
  WHERE inserted_at >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')`;

const WRITE_MISSED_FACTS = `
  INSERT INTO hierarchy_facts (id, type, container_id, parent, event_time)
  SELECT id, type, container_id, parent, event_time FROM hierarchy_facts_in_events
  WHERE (id, event_time, parent) NOT IN (SELECT id, event_time, parent FROM hierarchy_facts)`;

/** Workers say it before they insert (transcode/new-places.ts); those of before migration 10 do not, and whoever writes events by hand. */
const WRITE_MISSED_PLACES = `
  INSERT INTO ${SCOPE_PLACES_TABLE} (organization_id, folder_id, scope_id)
  SELECT DISTINCT organization_id, folder_id, scope_id FROM ${EVENTS_TABLE}
  WHERE received_time >= now64(3) - INTERVAL 2 DAY
    AND (organization_id != '' OR folder_id != '')
    AND (organization_id, folder_id, scope_id) NOT IN (SELECT organization_id, folder_id, scope_id FROM ${SCOPE_PLACES_TABLE})`;

/** Not FINAL, which leaves out what moved away. */
const ROWS = `
  SELECT h.organization_id AS organizationId, h.id AS id, argMax(h.type, h.version) AS type, argMax(h.container_id, h.version) AS containerId,
         argMax(h.folder_id, h.version) AS folderId, argMax(h.folder_ids, h.version) AS folderIds,
         argMax(h.moved_away, h.version) = 1 AS movedAway, max(h.version) AS version
  FROM ${HIERARCHY_TABLE} AS h
  WHERE h.id IN {ids:Array(String)}
  GROUP BY h.organization_id, h.id`;

const UNFINISHED_MUTATION = `
  SELECT mutation_id AS id, latest_fail_reason AS fault
  FROM system.mutations
  WHERE database = currentDatabase() AND table = {table:String} AND NOT is_done
  ORDER BY create_time
  LIMIT 1`;

/**
 * The skip index without_organization leaves only granules that have such an event. Their scopes are few, and are looked up among the
 * nodes: the other way round every part is searched for every node.
 */
const UNFILLED = `
  SELECT partition, groupArray(scope_id) AS scopeIds
  FROM (
    SELECT DISTINCT _partition_id AS partition, scope_id
    FROM ${EVENTS_TABLE}
    WHERE organization_id = '' AND scope_id IN (
      SELECT id FROM ${HIERARCHY_TABLE} FINAL
      WHERE id IN (SELECT scope_id FROM ${EVENTS_TABLE} WHERE organization_id = '')
      LIMIT {scopes:UInt32}
    )
  )
  GROUP BY partition
  ORDER BY partition DESC
  LIMIT 1`;

const FILL = `
  ALTER TABLE ${EVENTS_TABLE}
  UPDATE organization_id = transform(scope_id, {ids:Array(String)}, {organizations:Array(String)}, ''),
         folder_id = if(folder_id = '', transform(scope_id, {ids:Array(String)}, {folders:Array(String)}, ''), folder_id)
  IN PARTITION ID {partition:String}
  WHERE organization_id = '' AND scope_id IN {ids:Array(String)}`;

export function createClickHouseHierarchy(client: ClickHouseClient): HierarchyStore {
  const settings = { max_execution_time: DEADLINE_S, output_format_json_quote_64bit_integers: 0 } as const;
  const ask = async <Row>(query: string, query_params: Record<string, unknown> = {}): Promise<Row[]> => {
    const answer = await client.query({
      query,
      query_params,
      format: "JSONEachRow",
      clickhouse_settings: settings,
      // Thousands of ids are too long for an address.
      use_multipart_params_auto: true,
    });
    return answer.json<Row>();
  };
  const command = async (query: string, query_params: Record<string, unknown> = {}): Promise<void> => {
    // A mutation is begun, not waited for: newer servers wait by default.
    await client.command({ query, query_params, clickhouse_settings: { ...settings, mutations_sync: "0" } });
  };

  return {
    async *facts(since) {
      const answer = await client.query({
        query: FACTS,
        query_params: { since },
        format: "JSONEachRow",
        clickhouse_settings: settings,
      });
      for await (const rows of answer.stream<WrittenFact>()) yield rows.map((row) => row.json());
    },

    async writeMissed() {
      await command(WRITE_MISSED_FACTS);
      await command(WRITE_MISSED_PLACES);
    },

    rows: (ids) => ask<HierarchyRow>(ROWS, { ids: [...ids] }),

    async writeRows(rows) {
      await insertRows(client, {
        table: HIERARCHY_TABLE,
        rows: rows.map(({ organizationId, id, type, containerId, folderId, folderIds, version, movedAway }) => ({
          organization_id: organizationId,
          id,
          type,
          container_id: containerId,
          folder_id: folderId,
          folder_ids: folderIds,
          version,
          moved_away: Number(movedAway),
        })),
        clickhouse_settings: { ...settings, async_insert: 0 },
      });
    },

    unfinishedMutation: async () => (await ask<Mutation>(UNFINISHED_MUTATION, { table: EVENTS_TABLE }))[0],

    unfilled: async () => (await ask<Unfilled>(UNFILLED, { scopes: SCOPES_PER_FILL }))[0],

    async fill(partition, places) {
      // First, so that whoever reads an organization looks where its events are going to be.
      await insertRows(client, {
        table: SCOPE_PLACES_TABLE,
        rows: Array.from(places, ([scopeId, { organizationId, folderId }]) => ({
          organization_id: organizationId,
          folder_id: folderId,
          scope_id: scopeId,
        })),
        clickhouse_settings: { ...settings, async_insert: 0 },
      });
      await command(FILL, {
        partition,
        ids: [...places.keys()],
        organizations: Array.from(places.values(), ({ organizationId }) => organizationId),
        folders: Array.from(places.values(), ({ folderId }) => folderId),
      });
    },
  };
}
