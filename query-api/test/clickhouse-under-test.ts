// A fresh database on the real ClickHouse of the engines project: rows go in as the writer, the store reads as the reader.
import { randomUUID } from "node:crypto";
import { createClient } from "@clickhouse/client";
import {
  entryParts,
  EVENTS_TABLE,
  HIERARCHY_TABLE,
  INGEST_PROGRESS_TABLE,
  INITIATORS_TABLE,
  ONLY_IN_ENTRY,
  SCOPE_PLACES_TABLE,
} from "@audit-log/schemas";
import { migrate } from "@audit-log/schemas/migrations";
import type { Initiator } from "../src/emails/emails.ts";
import { entryColumns, storedTimeOf, type EntryRow } from "../src/query/entry-row.ts";
import type { Scope } from "../src/scope.ts";
import type { DomainProgress } from "../src/store/feed-store.ts";
import { clickhouseStore, type ClickHouseStore } from "../src/store/clickhouse-store.ts";

interface Account {
  username: string;
  password: string;
}

export interface ClickHouseUnderTest extends AsyncDisposable {
  store: ClickHouseStore;
  add(...rows: EntryRow[]): Promise<void>;
  /** As the worker does: a row of its own; `version` in milliseconds. */
  tell(initiator: Initiator, email: string, version: string): Promise<void>;
  /** As the surveyor does: the scope lies under these from now on, and nowhere else. Folders, nearest first, then the organization. */
  place(scope: Scope, ...above: Scope[]): Promise<void>;
  /** The scope lies under these, too: what two surveyors that differ leave behind for a moment. */
  claim(scope: Scope, ...above: Scope[]): Promise<void>;
  /** As workers do; a topic of one partition per domain. */
  progress(...told: DomainProgress[]): Promise<void>;
  /** As a server does with weeks that are over: each becomes one merged part. */
  settle(): Promise<void>;
  empty(): Promise<void>;
}

const onlyInEntry: ReadonlySet<string> = new Set(ONLY_IN_ENTRY);
const columns: [string, ...string[]] = ["entry_parts", ...entryColumns.filter((column) => !onlyInEntry.has(column))];

export async function clickhouseUnderTest(
  { url, writer, reader }: { url: string; writer: Account; reader: Account },
  database: string,
): Promise<ClickHouseUnderTest> {
  const client = createClient({ url, ...writer });
  const table = `${database}.${EVENTS_TABLE}`;
  const initiators = `${database}.${INITIATORS_TABLE}`;
  await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
  await migrate({ url, ...writer, database });
  // A merge would make one row of the copies whose handling is tested.
  for (const name of [table, initiators]) await client.command({ query: `SYSTEM STOP MERGES ${name}` });
  const hierarchy = `${database}.${HIERARCHY_TABLE}`;
  const placed = new Map<string, { organization_id: string | undefined }>();
  let version = 0;
  const place = async (scope: Scope, ...above: Scope[]): Promise<void> => {
    const organization = [scope, ...above].find(({ type }) => type === "ORGANIZATION")?.id;
    const folders = [scope, ...above].filter(({ type }) => type === "FOLDER").map(({ id }) => id);
    const node = { organization_id: organization, id: scope.id, type: scope.type, container_id: `name of ${scope.id}` };
    const row = { ...node, folder_id: folders[0] ?? "", folder_ids: folders, version: ++version };
    const former = placed.get(scope.id);
    const isElsewhere = former !== undefined && former.organization_id !== organization;
    const left = isElsewhere ? [{ ...former, version: row.version, moved_away: 1 }] : [];
    placed.set(scope.id, row);
    await client.insert({ table: hierarchy, values: [...left, { ...row, moved_away: 0 }], format: "JSONEachRow" });
  };
  const places = `${database}.${SCOPE_PLACES_TABLE}`;
  const progress = `${database}.${INGEST_PROGRESS_TABLE}`;
  const store = clickhouseStore({ url, ...reader, database });
  return {
    store,
    settle: async () => {
      await client.command({ query: `SYSTEM START MERGES ${table}` });
      await client.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
      await client.command({ query: `SYSTEM STOP MERGES ${table}` });
    },
    empty: async () => {
      placed.clear();
      for (const name of [table, initiators, hierarchy, progress])
        await client.command({ query: `TRUNCATE TABLE ${name}` });
    },
    progress: async (...told) => {
      const values = told.map(({ domain, settledUntil, waitingSince }) => ({
        topic: `audit.${domain}`,
        partition: 0,
        domain,
        settled_until: storedTimeOf(settledUntil),
        waiting_since: storedTimeOf(waitingSince),
      }));
      await client.insert({ table: progress, values, format: "JSONEachRow" });
    },
    place,
    claim: async (scope, ...above) => {
      placed.delete(scope.id);
      await place(scope, ...above);
    },
    tell: async (initiator, email, version) =>
      void (await client.insert({
        table: initiators,
        values: [{ ...initiator, email, version }],
        format: "JSONEachRow",
      })),
    add: async (...rows) => {
      // The same rows again are stored again, as those of a replay are, and not dropped as a repeated insert.
      const clickhouse_settings = { insert_deduplication_token: randomUUID() };
      if (rows.length === 0) return;
      // As the worker does: where their scopes are comes first.
      const known = rows.filter(({ organization_id, folder_id }) => organization_id !== "" || folder_id !== "");
      const values = known.map(({ organization_id, folder_id, scope_id }) => ({
        organization_id,
        folder_id,
        scope_id,
      }));
      if (values.length > 0) await client.insert({ table: places, values, format: "JSONEachRow", clickhouse_settings });
      const stored = rows.map((row) => ({ ...row, entry_parts: entryParts((part) => row[part]) }));
      await client.insert({ table, values: stored, columns, format: "JSONEachRow", clickhouse_settings });
    },
    [Symbol.asyncDispose]: async () => {
      await store[Symbol.asyncDispose]();
      await client.command({ query: `DROP DATABASE IF EXISTS ${database}` });
      await client.close();
    },
  };
}
