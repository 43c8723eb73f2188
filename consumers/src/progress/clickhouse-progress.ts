// The port on ClickHouse: a row per partition, written by one small insert that is fenced as the inserts of blocks are.
import { Readable } from "node:stream";
import { INGEST_PROGRESS_TABLE } from "@audit-log/schemas";
import type { ClickHouseClient } from "@clickhouse/client";
import { patientWith } from "../adapters/clickhouse-patience.ts";
import { insert } from "../clickhouse-insert.ts";
import { type Fence, insertDeadlineSeconds, whileOpen } from "../fence.ts";
import type { WorkerObserver } from "../observer.ts";
import type { PartitionProgress, ProgressStore, PublishedProgress } from "./progress-store.ts";

/** Beside the server's own deadline: the way there and back. */
const ANSWER_MS = 1_000;
const READ_DEADLINE_S = 20;

const READ = `
  SELECT topic, partition, toUnixTimestamp64Milli(max(settled_until)) AS settledUntil
  FROM ${INGEST_PROGRESS_TABLE}
  GROUP BY topic, partition`;

export function createClickHouseProgress(
  client: ClickHouseClient,
  sessionTimeoutMs: number,
  observer: Pick<WorkerObserver, "retrying">,
): ProgressStore {
  const deadlineSeconds = insertDeadlineSeconds(sessionTimeoutMs);
  const patiently = patientWith(observer);
  const publish = (progress: readonly PublishedProgress[], fence: Fence): Promise<void> =>
    insert(client, {
      query: `INSERT INTO ${INGEST_PROGRESS_TABLE} FORMAT JSONEachRow`,
      values: Readable.from(whileOpen([Buffer.from(progress.map(lineOf).join(""))], fence)),
      abort_signal: AbortSignal.timeout(deadlineSeconds * 1_000 + ANSWER_MS),
      clickhouse_settings: { async_insert: 0, max_execution_time: deadlineSeconds },
    });

  return {
    read: () =>
      patiently(async () => {
        const answer = await client.query({
          query: READ,
          format: "JSONEachRow",
          clickhouse_settings: { max_execution_time: READ_DEADLINE_S, output_format_json_quote_64bit_integers: 0 },
        });
        return answer.json<PartitionProgress>();
      }),

    publish,

    async claim(progress, fence) {
      try {
        await patiently(() => publish(progress, fence), fence.signal);
      } catch (cause) {
        if (!fence.signal.aborted) throw cause;
      }
    },
  };
}

const lineOf = ({ topic, partition, domain, settledUntil, waitingSince }: PublishedProgress): string =>
  `${JSON.stringify({
    topic,
    partition,
    domain,
    settled_until: storedTimeOf(settledUntil),
    waiting_since: storedTimeOf(waitingSince),
  })}\n`;

/** Milliseconds UTC as the text that ClickHouse reads as DateTime64(3, 'UTC'). */
const storedTimeOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace("T", " ").replace("Z", "");
