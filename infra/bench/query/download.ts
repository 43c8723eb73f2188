// What a download of one large project costs against what ClickHouse itself streams of the same rows.
import { EVENTS_TABLE } from "@audit-log/schemas";
import { curl, straight, throughApi } from "../export/curl.ts";
import { percentile } from "./ask.ts";
import { DATABASE, type Grounds } from "./grounds.ts";

const DAY_MS = 86_400_000;
/** About so many of its newest entries. */
const ROWS = 300_000;

export interface DownloadCost {
  readonly rows: number;
  /** Rows per second of ours by those of ClickHouse. */
  readonly ratio: number;
  /** Seconds. */
  readonly firstByte: number;
}

/** At the median of so many rounds, each way in turn. */
export async function downloadCost(grounds: Grounds, project: string, rounds: number): Promise<DownloadCost> {
  const { clickhouse, url, token, sql } = grounds;
  const end = new Date();
  const oldest = await sql(`SELECT toUnixTimestamp64Milli(min(event_time)) FROM (SELECT event_time FROM ${EVENTS_TABLE}
    WHERE scope_id = '${project}' ORDER BY event_time DESC LIMIT ${ROWS})`);
  const start = new Date(Math.max(Number(oldest), end.getTime() - 89 * DAY_MS));
  const condition = `event_time >= fromUnixTimestamp64Milli(${start.getTime()}) AND event_time < fromUnixTimestamp64Milli(${end.getTime()})`;
  const question = new URLSearchParams({ start: start.toISOString(), end: end.toISOString(), format: "ndjson" });
  const theirs: number[] = [];
  const ours: number[] = [];
  const firstBytes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push((await curl(straight(clickhouse.access, DATABASE, project, condition))).seconds);
    const got = await curl(throughApi(url, token, project, question));
    ours.push(got.seconds);
    firstBytes.push(got.firstByte);
  }
  const rows = await sql(
    `SELECT count() FROM ${EVENTS_TABLE} WHERE scope_id = '${project}' AND visibility = 'PUBLIC' AND ${condition}`,
  );
  return {
    rows: Number(rows),
    ratio: Number((percentile(theirs, 0.5) / percentile(ours, 0.5)).toFixed(2)),
    firstByte: Math.max(...firstBytes),
  };
}
