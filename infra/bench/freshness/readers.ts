// The two ways to read a marker: ClickHouse as the query service reads it, and the API as a tenant reads it.
import { EVENTS_TABLE } from "@audit-log/schemas";
import type { Engines } from "../../local/src/engines/engines.ts";
import type { Pipeline } from "../../local/src/pipeline/start-pipeline.ts";
import { createClient } from "@clickhouse/client";
import { z } from "zod";
import { MARKED_PROJECT } from "./marker.ts";
import type { Ask } from "./watch.ts";

const TOKEN_SECONDS = 3_600;
const LIMIT = 1_000;
/** Events of one millisecond may be recorded before and after a marker's own time was taken. */
const SLACK_MS = 1_000;

const Page = z.object({ items: z.array(z.object({ id: z.string() })), cursor: z.string().optional() });

/** `close` ends its connections. */
export function clickhouseReader({ clickhouse }: Engines, database: string): { ask: Ask; close: () => Promise<void> } {
  const client = createClient({ url: clickhouse.url, ...clickhouse.reader, database });
  return {
    close: () => client.close(),
    async ask(since) {
      const answer = await client.query({
        query: `SELECT toString(event_id) AS id FROM ${EVENTS_TABLE}
                WHERE scope_id = {project:String} AND event_time >= fromUnixTimestamp64Milli({since:Int64})`,
        query_params: { project: MARKED_PROJECT, since: since - SLACK_MS },
        format: "JSONEachRow",
      });
      return (await answer.json<{ id: string }>()).map(({ id }) => id);
    },
  };
}

export async function apiReader({ api, issuer }: Pipeline): Promise<Ask> {
  const token = await issuer.mint({
    subject: "bench",
    email: "bench@example.com",
    roles: [{ scopeType: "project", scopeId: MARKED_PROJECT, role: "audit-log.reader" }],
    lifetimeSeconds: TOKEN_SECONDS,
  });
  const headers = { authorization: `Bearer ${token}` };
  return async (since) => {
    const ids: string[] = [];
    const window = { start: iso(since - SLACK_MS), end: iso(Date.now() + SLACK_MS), limit: String(LIMIT) };
    for (let cursor: string | undefined; ;) {
      const query = new URLSearchParams({ ...window, ...(cursor === undefined ? {} : { cursor }) });
      const answer = await fetch(`${api.url}/v3/projects/${MARKED_PROJECT}/entries?${query.toString()}`, { headers });
      if (!answer.ok) throw new Error(`the API answered ${answer.status}: ${await answer.text()}`);
      const page = Page.parse(await answer.json());
      ids.push(...page.items.map(({ id }) => id));
      if (page.cursor === undefined) return ids;
      ({ cursor } = page);
    }
  };
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
