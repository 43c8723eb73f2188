// A production database with the entries of two projects, of which one is private and one older than 90 days, two e-mails and two places.
import { entryParts, type EntryPart } from "@audit-log/schemas";
import {
  migrationStatements,
  productionDatabase,
  type Answer,
  type ProductionDatabase,
} from "./production-database.ts";

/** SQL of the column `entry_parts`; what is not named is ''. */
export const entryPartsSql = (named: Readonly<Partial<Record<EntryPart, string>>>): string =>
  `[${entryParts((part) => `'${named[part] ?? ""}'`).join(", ")}]`;

const event = (id: string, visibility: string, daysAgo: number, scopeId: string) => `
  INSERT INTO audit.events (event_id, event_time, scope_id, scope_type, visibility, resource_name, entry_parts)
  VALUES ('${id.padStart(8, "0")}-0000-7000-8000-000000000000', now64(3) - INTERVAL ${daysAgo} DAY, '${scopeId}', 'PROJECT', '${visibility}', '${id}',
    ${entryPartsSql({ scope_type: "PROJECT", visibility, resource_name: id, details: `{"name":"${id}"}`, status_message: "done" })})`;

export async function filledDatabase(): Promise<ProductionDatabase> {
  const database = await productionDatabase();
  const answers = await database.ask(
    "administrator",
    "CREATE DATABASE audit",
    "USE audit",
    ...migrationStatements("audit_migrator"),
    "SYSTEM STOP TTL MERGES audit.events",
    event("1", "PUBLIC", 1, "ours"),
    event("2", "PRIVATE", 1, "ours"),
    event("3", "PUBLIC", 1, "theirs"),
    event("4", "PUBLIC", 91, "ours"),
    "INSERT INTO audit.initiators VALUES ('USER', 'ada', 'ada@example.com', 1), ('USER', 'bob', 'bob@example.com', 1)",
    `INSERT INTO audit.hierarchy (organization_id, id, type, folder_ids, version)
     VALUES ('o', 'ours', 'PROJECT', ['f2', 'f1'], 1), ('x', 'theirs', 'PROJECT', [], 1)`,
  );
  const failed = answers.find((answer) => "error" in answer);
  if (failed !== undefined) throw new Error(told(failed));
  return database;
}

/** An answer in one line: its text, or the number of its error. */
export const told = (answer: Answer): string =>
  "text" in answer ? answer.text : (/Code: \d+/.exec(answer.error)?.[0] ?? answer.error);

/** What nobody may: to read what is not of this database. */
export const REACHING_OUT = [
  "SELECT * FROM file('/etc/passwd', 'LineAsString')",
  "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
  "SELECT * FROM s3('http://127.0.0.1:1/bucket/x.csv', 'CSV', 'a String')",
  "SELECT * FROM remote('127.0.0.1:1', 'system.one')",
  "SELECT query FROM system.query_log",
];
