// A database with the production users, on the embedded engine.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readMigrations, statements } from "@audit-log/schemas/migrations";
import { z } from "zod";

const USERS = fileURLToPath(new URL("../users.d/audit.xml", import.meta.url));
const ASK = fileURLToPath(new URL("./ask.ts", import.meta.url));
const LONGEST_MS = 60_000;

const ADMINISTRATOR = `<default><no_password/><networks><ip>::/0</ip></networks><profile>default</profile>
  <quota>default</quota><access_management>1</access_management></default>`;
const BASE = "<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users/></clickhouse>";

export type User = "audit_migrator" | "audit_writer" | "audit_reader" | "audit_analyst";

/** `error`: what the engine said, beginning with `Code: <number>`. */
export type Answer = { readonly text: string } | { readonly error: string };

export interface ProductionDatabase extends AsyncDisposable {
  /** All statements in one session. `administrator` may do everything, and is not in the file. */
  ask(user: User | "administrator", ...asked: string[]): Promise<Answer[]>;
}

const answersSchema = z.array(z.union([z.object({ text: z.string() }), z.object({ error: z.string() })]));

/** Empty: without the database. */
export async function productionDatabase(): Promise<ProductionDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "audit-users-"));
  const users = await readFile(USERS, "utf8");
  const ask = async (user: User | "administrator", ...asked: string[]): Promise<Answer[]> => {
    const configFile = await writeConfig(join(folder, user), usersAs(users, user));
    const task = JSON.stringify({ dataDir: join(folder, "data"), configFile, statements: asked });
    const { stdout } = await promisify(execFile)(process.execPath, [ASK, task], { timeout: LONGEST_MS });
    return answersSchema.parse(JSON.parse(stdout));
  };
  return { ask, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** The library asks for no password and is always `default`: that is the only word that changes. */
function usersAs(users: string, user: User | "administrator"): string {
  const open = users.replaceAll(/<password_sha256_hex from_env="\w+"\/>/g, "<no_password/>");
  if (user === "administrator") return open.replace("<users>", `<users>${ADMINISTRATOR}`);
  return open.replace(`<${user}>`, "<default>").replace(`</${user}>`, "</default>");
}

async function writeConfig(folder: string, users: string): Promise<string> {
  await mkdir(join(folder, "users.d"), { recursive: true });
  await writeFile(join(folder, "users.xml"), BASE);
  await writeFile(join(folder, "users.d", "audit.xml"), users);
  const config = join(folder, "config.xml");
  const usersFile = join(folder, "users.xml");
  await writeFile(config, `<clickhouse><users_config>${usersFile}</users_config><timezone>UTC</timezone></clickhouse>`);
  return config;
}

/** The migrations, as `definer` applies them: here another user does, who is called like whoever asks later. */
export function migrationStatements(definer: User): string[] {
  return readMigrations()
    .flatMap(({ sql }) => statements(sql, "audit"))
    .map((statement) => statement.replace("DEFINER = CURRENT_USER", `DEFINER = ${definer}`));
}
