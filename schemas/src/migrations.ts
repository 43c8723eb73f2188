// Brings a ClickHouse database to the newest DDL: files in order, each once, each held to its checksum.
// Run by the operator's command and by infra/local, never by a program that serves.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type ClickHouseClient } from "@clickhouse/client";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../clickhouse/migrations/", import.meta.url));

export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

export interface DatabaseAddress {
  url: string;
  username: string;
  password: string;
  database: string;
}

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;
const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

export function readMigrations(folder = MIGRATIONS_FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted();
  return names.map((name) => {
    if (!NAME.test(name)) throw new Error(`migration ${name}: the name is NNNN_words_of_lower_case.sql`);
    const sql = readFileSync(join(folder, name), "utf8");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/** Returns the names that were applied now. Throws where an applied file was edited or has vanished. */
export async function migrate(address: DatabaseAddress, migrations: Migration[] = readMigrations()): Promise<string[]> {
  if (!IDENTIFIER.test(address.database))
    throw new Error(`database "${address.database}" is not a plain lower-case name`);
  await withClient({ ...address, database: "default" }, (client) =>
    client.command({ query: `CREATE DATABASE IF NOT EXISTS ${address.database}` }),
  );
  return withClient(address, (client) => applyMissing(client, address.database, migrations));
}

/** Stands in a migration for the name of its database, where SQL does not take the current one. */
const DATABASE = "{{database}}";

async function applyMissing(client: ClickHouseClient, database: string, migrations: Migration[]): Promise<string[]> {
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS migrations (name String, sha256 String, applied DateTime DEFAULT now())
            ENGINE = MergeTree ORDER BY name COMMENT 'DDL that was applied, with its checksum'`,
  });
  const answer = await client.query({ query: "SELECT name, sha256 FROM migrations", format: "JSONEachRow" });
  const applied = new Map((await answer.json<{ name: string; sha256: string }>()).map((row) => [row.name, row.sha256]));
  assertUnchanged(applied, migrations);
  const missing = migrations.filter((migration) => !applied.has(migration.name));
  for (const { name, sql, sha256 } of missing) {
    for (const query of statements(sql, database)) await client.command({ query });
    await client.insert({ table: "migrations", values: [{ name, sha256 }], format: "JSONEachRow" });
  }
  return missing.map((migration) => migration.name);
}

function assertUnchanged(applied: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, sha256] of applied) {
    const now = known.get(name);
    if (now === undefined) throw new Error(`migration ${name} was applied to this database and is not in this version`);
    if (now !== sha256) throw new Error(`migration ${name} was edited after it was applied: write a new one instead`);
  }
}

/** A statement ends in a semicolon at the end of a line; the interface takes one at a time. */
export function statements(sql: string, database: string): string[] {
  return sql
    .replaceAll(DATABASE, database)
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replaceAll(/^\s*--.*$/gm, "").trim() !== "");
}

async function withClient<T>(address: DatabaseAddress, work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
  const client = createClient(address);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
