// Production's writers on the real engine: the worker's user and the one that migrates.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryPartsSql, filledDatabase, REACHING_OUT, told } from "./testing/filled-database.ts";
import {
  migrationStatements,
  productionDatabase,
  type ProductionDatabase,
  type User,
} from "./testing/production-database.ts";

let database: ProductionDatabase;
beforeAll(async () => {
  database = await filledDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const ask = async (user: User, ...asked: string[]) => (await database.ask(user, ...asked)).map(told);

describe("audit_writer, the worker's", () => {
  test("inserts and reads what it keeps, fills events and erases e-mails", async () => {
    const answers = await ask(
      "audit_writer",
      `INSERT INTO audit.events (event_id, event_time, scope_id, domain, event_name, outcome, resource_id, entry_parts)
       VALUES ('00000009-0000-7000-8000-000000000000', now64(3), 'new', 'resource-manager', 'resource-manager.project.create', 'SUCCESS', 'new',
         ${entryPartsSql({ details: '{"containerParentId":"o"}' })})`,
      "SELECT parent FROM audit.hierarchy_facts WHERE id = 'new'",
      "SELECT count() FROM audit.hierarchy_facts_in_events",
      "INSERT INTO audit.hierarchy (organization_id, id, type, version) VALUES ('o', 'new', 'PROJECT', 1)",
      "ALTER TABLE audit.events UPDATE organization_id = 'o' WHERE scope_id = 'new' SETTINGS mutations_sync = 1",
      "INSERT INTO audit.initiators VALUES ('USER', 'eve', 'eve@example.com', 1)",
      "ALTER TABLE audit.initiators DELETE WHERE id = 'eve' SETTINGS mutations_sync = 1",
      "SELECT count() FROM system.mutations WHERE database = 'audit' AND NOT is_done",
      "SELECT count() > 0 FROM system.parts WHERE database = 'audit'",
    );
    expect(answers).toEqual(["", "o", "1", "", "", "", "", "0", "1"]);
  });

  test("changes no table, drops no event, and reaches nothing else", async () => {
    const refused = [
      "ALTER TABLE audit.events DELETE WHERE 1",
      "ALTER TABLE audit.events DROP PARTITION ID '20260101'",
      "ALTER TABLE audit.events MODIFY TTL event_time + INTERVAL 1 DAY",
      "ALTER TABLE audit.events MODIFY SETTING async_insert = 1",
      "TRUNCATE TABLE audit.events",
      "DROP TABLE audit.events",
      "CREATE TABLE audit.mine (a UInt8) ENGINE = Memory",
      "CREATE USER mine",
      "INSERT INTO audit.migrations (name) VALUES ('x')",
      ...REACHING_OUT,
    ];
    for (const answer of await ask("audit_writer", ...refused)) expect(answer).toMatch(/^Code: (497|60)$/);
  });
});

test("audit_migrator can apply every migration, and do nothing outside of audit", async () => {
  await using empty = await productionDatabase();
  const answers = await empty.ask(
    "audit_migrator",
    "CREATE DATABASE audit",
    "USE audit",
    ...migrationStatements("audit_migrator").map((statement) =>
      statement.replace("DEFINER = audit_migrator", "DEFINER = CURRENT_USER"),
    ),
    "CREATE DATABASE other",
    "CREATE USER mine",
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
  );
  const outside = answers.splice(-3).map(told);
  expect(answers.filter((answer) => "error" in answer)).toEqual([]);
  expect(outside).toEqual(["Code: 497", "Code: 497", "Code: 497"]);
});
