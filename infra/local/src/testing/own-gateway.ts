/** For tests that restart, kill or watch a gateway: one of their own, on its own data directory, with clients and its process ids. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { startClickHouse } from "../engines/clickhouse.ts";
import { EngineGroup } from "../engines/engine-group.ts";
import { type ClickHouseAccess } from "../engines/engines.ts";
import { keepPorts } from "../engines/ports.ts";

export interface OwnGateway extends AsyncDisposable {
  readonly dataDir: string;
  readonly access: ClickHouseAccess;
  readonly writer: ClickHouseClient;
  /** Of the gateway itself, behind its guard. */
  readonly pid: number;
}

/** Starts a gateway on `dataDir`, or on a fresh directory that is removed with it. */
export async function ownGateway(dataDir?: string): Promise<OwnGateway> {
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), "audit-gateway-")));
  const group = new EngineGroup(dir);
  const { clickhouse: port } = await keepPorts(join(dir, "ports.json"), ["clickhouse"]);
  const { access, engine } = await startClickHouse({ group, dataDir: dir }, port);
  const writer = quietClient(access.url, access.writer);
  return {
    dataDir: dir,
    access,
    writer,
    pid: engine.pid,
    [Symbol.asyncDispose]: async () => {
      await writer.close();
      await group.stop();
      if (dataDir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A client that does not print the errors which a test provokes. */
export function quietClient(url: string, user: { username: string; password: string }): ClickHouseClient {
  return createClient({ url, ...user, log: { level: ClickHouseLogLevel.OFF } });
}

/** A raw request, for what the client never sends. */
export function post(
  access: Pick<ClickHouseAccess, "url" | "writer">,
  words: Readonly<Record<string, string>>,
  init: RequestInit = {},
): Promise<Response> {
  const { username, password } = access.writer;
  const headers = new Headers(init.headers);
  headers.set("x-clickhouse-user", username);
  headers.set("x-clickhouse-key", password);
  return fetch(`${access.url}/?${new URLSearchParams(words).toString()}`, { method: "POST", ...init, headers });
}
