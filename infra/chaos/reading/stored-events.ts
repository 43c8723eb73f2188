// What is stored, asked of ClickHouse itself: the truth that readers are held to.
import { createClient } from "@clickhouse/client";
import type { Engines } from "../../local/src/engines/engines.ts";
import type { Stored } from "./facts.ts";

export interface StoredEvents extends AsyncDisposable {
  /** By id; of several copies that which was received first. */
  all(): Promise<Map<string, Stored>>;
}

interface Row {
  id: string;
  scopeId: string;
  eventTime: string;
  receivedTime: string;
  visibility: string;
  outcome: string;
}

export function storedEvents({ clickhouse }: Pick<Engines, "clickhouse">, database: string): StoredEvents {
  const client = createClient({ url: clickhouse.url, ...clickhouse.reader, database });
  return {
    all: async () => {
      const answer = await client.query({
        format: "JSONEachRow",
        query: `SELECT toString(event_id) AS id, any(scope_id) AS scopeId, any(toUnixTimestamp64Milli(event_time)) AS eventTime,
                min(toUnixTimestamp64Milli(received_time)) AS receivedTime, any(visibility) AS visibility, any(outcome) AS outcome
         FROM events GROUP BY event_id`,
      });
      return new Map((await answer.json<Row>()).map((row) => [row.id, storedOf(row)]));
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

const storedOf = ({ id, scopeId, eventTime, receivedTime, visibility, outcome }: Row): Stored => ({
  id,
  scopeId,
  eventTime: Number(eventTime),
  receivedTime: Number(receivedTime),
  isPrivate: visibility === "PRIVATE",
  outcome,
});
