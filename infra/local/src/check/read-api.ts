// Reads entries as any client would: over HTTP, page by page.
import { DAY_MS, RETENTION_MS } from "@audit-log/schemas";
import type { Json } from "./expected-entry.ts";

export interface ScopeOfApi {
  kind: "organizations" | "folders" | "projects";
  id: string;
}

export interface ApiAccess {
  url: string;
  token: string;
}

interface Page {
  items: Json[];
  cursor?: string;
}

/** Beyond now: clocks of two programs may differ a little. */
const SLACK_MS = 60_000;
/** Inside the 90 days that the API allows, so that they are still within when a slow machine has read all the rest. */
const READING_MS = 300_000;
/** Windows that are asked for at once. */
const AT_ONCE = 6;
/** A cursor that leads in circles is a fault to tell, not a loop to stay in. */
const MOST_PAGES = 500;

/** Every entry of the scope's last 90 days, by v3. */
export async function entriesOf(api: ApiAccess, { kind, id }: ScopeOfApi, now: number, pageSize = 97): Promise<Json[]> {
  const window = { start: iso(now - RETENTION_MS + READING_MS), end: iso(now + SLACK_MS), limit: String(pageSize) };
  return allPages(api, `/v3/${kind}/${id}/entries`, window);
}

/** Every entry of the scope's last 90 days by the published contract, a window of 24 hours at a time. */
export async function publishedEntriesOf(api: ApiAccess, { kind, id }: ScopeOfApi, now: number): Promise<Json[]> {
  const windows: Record<string, string>[] = [];
  const oldest = now - RETENTION_MS + READING_MS;
  for (let end = now + SLACK_MS; end > oldest; end -= DAY_MS) {
    // Windows touch: an entry exactly on a border would be in both, so each ends a millisecond before the next begins.
    const start = Math.max(end - DAY_MS + 1, oldest);
    windows.push({ "start-time-range": iso(start), "end-time-range": iso(end) });
  }
  const entries: Json[] = [];
  for (let first = 0; first < windows.length; first += AT_ONCE) {
    const some = windows.slice(first, first + AT_ONCE);
    entries.push(...(await Promise.all(some.map((window) => allPages(api, `/v2/${kind}/${id}`, window)))).flat());
  }
  return entries;
}

async function allPages(api: ApiAccess, path: string, query: Record<string, string>): Promise<Json[]> {
  const entries: Json[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    if (++pages > MOST_PAGES) throw new Error(`GET ${path}: no end after ${MOST_PAGES} pages`);
    const parameters = new URLSearchParams({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    const response = await get(api, `${path}?${parameters.toString()}`);
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}: ${await response.text()}`);
    const page = (await response.json()) as Page;
    entries.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return entries;
}

export const get = ({ url, token }: ApiAccess, path: string): Promise<Response> =>
  fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(30_000) });

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
