// The event store on ClickHouse: one block per insert under its token, and the read-back of what is stored.
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { columns, EVENTS_TABLE, INITIATORS_TABLE, SCOPE_PLACES_TABLE } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import { insert, insertRows } from "../clickhouse-insert.ts";
import { type Fence, insertDeadlineSeconds, whileOpen } from "../fence.ts";
import type { WorkerObserver } from "../observer.ts";
import type { EventStore, StoredRange } from "../ports.ts";
import type { Position } from "../record.ts";
import { RefusedByStore } from "../stages/in-halves.ts";
import type { Block } from "../transcode/transcode.ts";
import { verdictOfClickHouse } from "./clickhouse-faults.ts";
import { patientWith } from "./clickhouse-patience.ts";

/** Beside the server's own deadline: the way there and back. */
const ANSWER_MS = 1_000;
const READ_DEADLINE_S = 60;

/**
 * Skip indexes for searching: a merge makes them anew whether or not the insert did, and a sixth of the insert is theirs. Until then a part,
 * which is small, is read without them. The worker's own, kafka_offsets and without_organization, and those of time are there at once.
 */
export const MADE_BY_MERGES = [
  "words",
  "initiator_ids",
  "resource_ids",
  "correlation_ids",
  "operation_ids",
  "addresses",
  "event_names",
] as const;

const INSERT = `INSERT INTO ${EVENTS_TABLE} (${columns.map((column) => column.name).join(", ")}) FORMAT Native`;

/** Islands of offsets that follow one another, so that a whole topic's read-back is a few rows. */
const STORED_RANGES = `
  SELECT kafka_topic AS topic, kafka_partition AS partition, min(kafka_offset) AS first, max(kafka_offset) AS last
  FROM (
    SELECT kafka_topic, kafka_partition, kafka_offset,
           kafka_offset - row_number() OVER (PARTITION BY kafka_topic, kafka_partition ORDER BY kafka_offset) AS island
    FROM (
      SELECT DISTINCT kafka_topic, kafka_partition, kafka_offset
      FROM ${EVENTS_TABLE}
      WHERE kafka_topic = {topic:String} AND kafka_partition = {partition:UInt32} AND kafka_offset >= {offset:UInt64}
    )
  )
  GROUP BY kafka_topic, kafka_partition, island
  ORDER BY first`;

const STORED_IDS = `
  SELECT kafka_offset AS offset, toString(event_id) AS id
  FROM ${EVENTS_TABLE}
  WHERE kafka_topic = {topic:String} AND kafka_partition = {partition:UInt32} AND kafka_offset BETWEEN {first:UInt64} AND {last:UInt64}`;

type Observer = Pick<WorkerObserver, "retrying" | "inserted">;

/** `name`: of this worker, as it stands in the server's list of queries. */
export function createClickHouseStore(
  client: ClickHouseClient,
  sessionTimeoutMs: number,
  observer: Observer,
  name = "audit-worker",
): EventStore {
  const deadlineSeconds = insertDeadlineSeconds(sessionTimeoutMs);
  const patiently = patientWith(observer);

  return {
    async storedOffsets(positions) {
      const ranges: StoredRange[] = [];
      for (const position of positions) {
        // One by one: a partition may have more islands than a call may have arguments.
        for (const range of await patiently(() => readBack(client, position))) ranges.push(range);
      }
      return ranges;
    },

    storedIds: (range) => patiently(() => readIds(client, range)),

    async insert(block, fence) {
      if (fence.signal.aborted) return false;
      const started = performance.now();
      try {
        await patiently(() => keepBefore(client, block, deadlineSeconds), fence.signal);
        let tries = 0;
        await patiently(async () => {
          // The answer before may have been lost behind a block that is stored, and its token forgotten since.
          if (tries++ > 0 && (await isStored(client, block))) return;
          await insertOnce(client, block, deadlineSeconds, fence, name);
        }, fence.signal);
      } catch (cause) {
        if (fence.signal.aborted) return false;
        if (verdictOfClickHouse(cause) === "bisect") throw new RefusedByStore(messageOf(cause), { cause });
        throw cause;
      }
      observer.inserted((performance.now() - started) / 1_000);
      return true;
    },
  };
}

/** Which rule refuses it, without the values of the event: the reason stands in the log. */
const messageOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\s*Column values: .*$/s, "");

/** Of a block that is stored every e-mail is known, and where its scopes are. Twice the same row is one row. */
async function keepBefore(
  client: ClickHouseClient,
  { initiators, places }: Block,
  deadlineSeconds: number,
): Promise<void> {
  const placeRows = places.map(({ scopeId, organizationId, folderId }) => ({
    scope_id: scopeId,
    organization_id: organizationId,
    folder_id: folderId,
  }));
  for (const [table, rows] of [
    [SCOPE_PLACES_TABLE, placeRows],
    [INITIATORS_TABLE, initiators],
  ] as const)
    if (rows.length > 0)
      await insertRows(client, {
        table,
        rows,
        abort_signal: AbortSignal.timeout(deadlineSeconds * 1_000 + ANSWER_MS),
        clickhouse_settings: { async_insert: 0, max_execution_time: deadlineSeconds },
      });
}

async function insertOnce(
  client: ClickHouseClient,
  { parts, token }: Block,
  deadlineSeconds: number,
  fence: Fence,
  name: string,
): Promise<void> {
  await insert(client, {
    query: INSERT,
    // Names the epoch, so that whoever must can find and kill what a worker of before has under way.
    query_id: `${name}/${fence.epoch}/${randomUUID()}`,
    values: Readable.from(whileOpen(parts, fence), { highWaterMark: 1 }),
    abort_signal: AbortSignal.timeout(deadlineSeconds * 1_000 + ANSWER_MS),
    clickhouse_settings: {
      insert_deduplication_token: token,
      insert_deduplicate: 1,
      async_insert: 0,
      // Rows of one key are made one by merges, and by readers until then: doing it here costs a third of the insert.
      optimize_on_insert: 0,
      // A block names every column that can be inserted: nothing is left out, and defaults for it need not be worked out.
      input_format_defaults_for_omitted_fields: 0,
      exclude_materialize_skip_indexes_on_insert: MADE_BY_MERGES.join(", "),
      // The hierarchy's facts: a view that fails must not make a stored block look refused, and what it misses the survey finds.
      materialized_views_ignore_errors: 1,
      max_execution_time: deadlineSeconds,
    },
  });
}

/** Whether every event of the block is at its offset. */
async function isStored(client: ClickHouseClient, block: Block): Promise<boolean> {
  const byPartition = Map.groupBy(block.spots(), ({ topic, partition }) => `${topic}/${partition}`);
  for (const spots of byPartition.values()) {
    const [one] = spots;
    if (one === undefined) continue;
    const { topic, partition } = one;
    const [first, last] = [Math.min, Math.max].map((pick) =>
      spots.reduce((so, { offset }) => pick(so, offset), one.offset),
    );
    const ids = await readIds(client, { topic, partition, first: first ?? 0, last: last ?? 0 });
    if (!spots.every(({ offset, id }) => ids.get(offset) === id)) return false;
  }
  return true;
}

async function readBack(client: ClickHouseClient, position: Position): Promise<StoredRange[]> {
  const answer = await client.query({
    query: STORED_RANGES,
    query_params: { ...position },
    format: "JSONEachRow",
    clickhouse_settings: { max_execution_time: READ_DEADLINE_S, output_format_json_quote_64bit_integers: 0 },
  });
  return answer.json<StoredRange>();
}

async function readIds(client: ClickHouseClient, range: StoredRange): Promise<ReadonlyMap<number, string>> {
  const answer = await client.query({
    query: STORED_IDS,
    query_params: { ...range },
    format: "JSONEachRow",
    clickhouse_settings: { max_execution_time: READ_DEADLINE_S, output_format_json_quote_64bit_integers: 0 },
  });
  const rows = await answer.json<{ offset: number; id: string }>();
  return new Map(rows.map(({ offset, id }) => [offset, id]));
}
