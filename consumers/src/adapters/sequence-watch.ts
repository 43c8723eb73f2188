// Which events never arrived: a producer numbers its events by one, over all topics, so that a number that is not stored tells of an event
// that is lost, dead-lettered or still on the way. A worker sees only its partitions; the store sees all: one worker of the group asks it.
import { setTimeout as sleep } from "node:timers/promises";
import { DAY_MS, EVENTS_TABLE } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import type { SequenceGaps, WorkerObserver } from "../observer.ts";

/** Events received between these are looked at: younger ones may have a neighbour in another partition that is not stored yet. */
const FROM_MS = 3_600_000;
const UNTIL_MS = 120_000;
/** An event's time is its recorder's, set before its number: neighbours may be dated a little apart. */
const SLACK_MS = 600_000;
const MAX_SECONDS = 20;
const MAX_PRODUCERS = 100_000;
const MAX_NAMED = 10;

/**
 * Bounds are the numbers received within the hour; present is whatever is stored between them, whenever it was received. Partitions are
 * pruned twice: by the last day, and from the oldest event that was received within the hour, which after a replay or a long outage may lie
 * far back. groupBitmap counts each number once, however often its event is stored, in a few bytes per run of numbers
 * (bitmapSubsetInRange would save the join, and finds nothing beyond 2^32 in a bitmap of few: ClickHouse 26.7).
 */
const GAPS = `
  WITH
    fromUnixTimestamp64Milli({day:Int64}, 'UTC') AS day,
    bounds AS (
      SELECT producer_id, min(producer_sequence) AS first, max(producer_sequence) AS last, min(event_time) AS oldest
      FROM ${EVENTS_TABLE}
      WHERE event_time >= day AND received_time BETWEEN fromUnixTimestamp64Milli({from:Int64}, 'UTC')
                                                    AND fromUnixTimestamp64Milli({until:Int64}, 'UTC')
      GROUP BY producer_id
    )
  SELECT substring(producer_id, 1, 64) AS producerId, missing, count() OVER () AS producers, sum(missing) OVER () AS total
  FROM (
    SELECT producer_id, any(last) - any(first) + 1 - groupBitmap(producer_sequence) AS missing
    FROM ${EVENTS_TABLE}
    INNER JOIN bounds USING (producer_id)
    WHERE event_time >= greatest(day, (SELECT min(oldest) FROM bounds) - toIntervalMillisecond({slack:UInt32}))
      AND producer_sequence BETWEEN first AND last
    GROUP BY producer_id
    HAVING missing > 0
  )
  ORDER BY missing DESC, producer_id
  LIMIT {named:UInt8}`;

interface GapRow {
  producerId: string;
  /** 64 bits wide: text or not is the server's setting. */
  producers: string | number;
  total: string | number;
}

/** `now`: milliseconds UTC. Throws what ClickHouse's client throws. */
export async function findSequenceGaps(client: Pick<ClickHouseClient, "query">, now: number): Promise<SequenceGaps> {
  const answer = await client.query({
    query: GAPS,
    query_params: {
      day: now - DAY_MS,
      from: now - FROM_MS,
      until: now - UNTIL_MS,
      slack: SLACK_MS,
      named: MAX_NAMED,
    },
    format: "JSONEachRow",
    clickhouse_settings: {
      max_execution_time: MAX_SECONDS,
      // More producers than this are not looked at, rather than none.
      max_rows_to_group_by: String(MAX_PRODUCERS),
      group_by_overflow_mode: "any",
    },
    abort_signal: AbortSignal.timeout((MAX_SECONDS + 5) * 1_000),
  });
  const rows = await answer.json<GapRow>();
  return {
    producers: Number(rows[0]?.producers ?? 0),
    missing: Number(rows[0]?.total ?? 0),
    producerIds: rows.map(({ producerId }) => producerId),
  };
}

const NO_GAPS: SequenceGaps = { producers: 0, missing: 0, producerIds: [] };

export interface SequenceWatch {
  client: Pick<ClickHouseClient, "query">;
  observer: Pick<WorkerObserver, "sequenceGaps" | "sequencesUnknown">;
  /** True for one worker of the group. */
  isOurs: () => boolean;
  everyMs: number;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Asks at intervals until the signal; one that is not asked any more tells of no gaps. */
export async function watchSequences({ client, observer, isOurs, everyMs, now }: SequenceWatch, signal: AbortSignal) {
  let told = NO_GAPS;
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const gaps = isOurs() ? await findSequenceGaps(client, now()) : NO_GAPS;
      // Told when it changes: the same gap stays in sight for an hour.
      if (!isSame(gaps, told)) observer.sequenceGaps(gaps);
      told = gaps;
    } catch (cause) {
      if (!signal.aborted) observer.sequencesUnknown(cause);
    }
  }
}

const isSame = (one: SequenceGaps, other: SequenceGaps): boolean =>
  one.missing === other.missing && one.producerIds.join(" ") === other.producerIds.join(" ");
