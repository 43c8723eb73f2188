// A ClickHouse of the suite's own (the gateway process that holds the engine): it may be killed and started again on the same data and the
// same port, and is asked directly by the checker, past every proxy.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClickHouse } from "../../local/src/engines/clickhouse.ts";
import { EngineGroup } from "../../local/src/engines/engine-group.ts";
import type { ClickHouseAccess } from "../../local/src/engines/engines.ts";
import type { GuardedProcess } from "../../local/src/engines/guarded-process.ts";
import { keepPorts } from "../../local/src/engines/ports.ts";

export interface OwnClickHouse extends AsyncDisposable {
  readonly access: ClickHouseAccess;
  /** Again is no fault. */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** One statement; the rows of a SELECT. Throws what ClickHouse says. */
  ask<Row = never>(sql: string, database?: string): Promise<Row[]>;
}

export async function ownClickHouse(): Promise<OwnClickHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), "chaos-clickhouse-"));
  const group = new EngineGroup(dataDir);
  const { clickhouse: port } = await keepPorts(join(dataDir, "ports.json"), ["clickhouse"]);
  const first = await startClickHouse({ group, dataDir }, port);
  const { access } = first;
  let running: GuardedProcess | undefined = first.engine;

  return {
    access,
    start: async () => {
      running ??= (await startClickHouse({ group, dataDir }, port)).engine;
    },
    kill: async () => {
      const engine = running;
      running = undefined;
      if (engine === undefined) return;
      process.kill(engine.pid, "SIGKILL");
      await engine.ended;
    },
    ask: (sql, database = "default") => ask(access, sql, database),
    [Symbol.asyncDispose]: async () => {
      await group.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ask<Row>({ url, writer }: ClickHouseAccess, sql: string, database: string): Promise<Row[]> {
  const words = new URLSearchParams({
    database,
    default_format: "JSONEachRow",
    output_format_json_quote_64bit_integers: "0",
  });
  const answer = await fetch(`${url}/?${words.toString()}`, {
    method: "POST",
    headers: { "x-clickhouse-user": writer.username, "x-clickhouse-key": writer.password },
    body: sql,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Row => JSON.parse(line));
}
