// A download as a person makes it, and the same rows as ClickHouse streams them: both to curl, which throws them away.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { EVENTS_TABLE, ONLY_IN_ENTRY } from "@audit-log/schemas";
import type { ClickHouseAccess } from "../../local/src/engines/engines.ts";

export interface Downloaded {
  /** Until the last byte. */
  readonly seconds: number;
  /** Until the first. */
  readonly firstByte: number;
  readonly bytes: number;
}

/** Whole, or an error. */
export async function curl(args: readonly string[]): Promise<Downloaded> {
  const told = "%{http_code} %{time_total} %{time_starttransfer} %{size_download}";
  const { stdout } = await promisify(execFile)("curl", ["-sS", "-o", "/dev/null", "-w", told, ...args]);
  const [status, seconds = NaN, firstByte = NaN, bytes = NaN] = stdout.split(" ").map(Number);
  if (status !== 200) throw new Error(`curl: status ${status}`);
  return { seconds, firstByte, bytes };
}

/** All that an entry of a project is made of, each field by its name, in the order of a download. `condition`: more about its rows. */
export function straight(
  { url, writer }: Pick<ClickHouseAccess, "url" | "writer">,
  database: string,
  project: string,
  condition = "1",
): string[] {
  const sql = `SELECT * EXCEPT (entry, schema_id, kafka_topic, kafka_partition, kafka_offset), ${ONLY_IN_ENTRY.join(", ")} FROM ${database}.${EVENTS_TABLE}
    WHERE scope_id = '${project}' AND scope_type = 'PROJECT' AND visibility IN ('PUBLIC') AND ${condition}
    ORDER BY scope_id, event_time, event_id FORMAT JSONEachRow`;
  return [
    "-H",
    `X-ClickHouse-User: ${writer.username}`,
    "-H",
    `X-ClickHouse-Key: ${writer.password}`,
    `${url}/?query=${encodeURIComponent(sql)}`,
  ];
}

/** Through the API; `question`: period and format. */
export const throughApi = (api: string, token: string, project: string, question: URLSearchParams): string[] => [
  "-H",
  `Authorization: Bearer ${token}`,
  `${api}/v3/projects/${project}/entries/export?${question.toString()}`,
];
