/** What a gateway acknowledged is there after any end of its process; and no two of them work on one directory. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isAlive } from "../testing/owned.ts";
import { ownGateway } from "../testing/own-gateway.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "audit-durable-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

it("keeps acknowledged inserts and used tokens when it is killed at any moment", async () => {
  let acknowledged = 0;
  for (let life = 0; life < 3; life += 1) {
    await using gateway = await ownGateway(dataDir);
    const { writer } = gateway;
    await writer.command({
      query:
        "CREATE TABLE IF NOT EXISTS default.kept (a UInt32) ENGINE = MergeTree ORDER BY a SETTINGS non_replicated_deduplication_window = 1000",
    });
    const insert = (a: number) =>
      writer.insert({
        table: "default.kept",
        values: [{ a }],
        format: "JSONEachRow",
        clickhouse_settings: { insert_deduplication_token: String(a) },
      });
    const count = await writer.query({
      query: "SELECT uniqExact(a) AS u, count() AS n FROM default.kept",
      format: "JSONEachRow",
    });
    const [found] = await count.json<{ u: number; n: number }>();
    expect(found?.u).toBe(found?.n);
    expect(found?.n).toBeGreaterThanOrEqual(acknowledged);
    // The last one of the life before may have been in doubt: sending it again with its token is harmless.
    acknowledged = Math.max(0, acknowledged - 1);
    const killed = (async () => {
      for (;;) {
        await insert(acknowledged);
        acknowledged += 1;
        if (acknowledged === 10 * (life + 1)) process.kill(gateway.pid, "SIGKILL");
      }
    })();
    await expect(killed).rejects.toThrow(/.+/);
    await vi.waitFor(() => expect(isAlive(gateway.pid)).toBe(false));
  }
});

it("removes at start what an unfinished request left", async () => {
  {
    await using first = await ownGateway(dataDir);
    await writeFile(join(first.dataDir, "clickhouse/spool/insert-left"), "half");
  }
  await using second = await ownGateway(dataDir);
  expect(await readdir(join(second.dataDir, "clickhouse/spool"))).not.toContain("insert-left");
});

it("refuses a directory that another one uses, and says so", async () => {
  await using first = await ownGateway(dataDir);
  expect((await first.writer.ping()).success).toBe(true);
  // Another port, so that it is the directory that is refused.
  await rm(join(dataDir, "ports.json"));
  await rm(join(dataDir, "clickhouse.pid"));
  await expect(ownGateway(dataDir)).rejects.toThrow(/ClickHouse \(chdb\) ended/);
  expect((await first.writer.ping()).success).toBe(true);
});
