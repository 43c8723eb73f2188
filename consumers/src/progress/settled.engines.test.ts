// The promise to readers by arrival, kept by the worker on real Kafka and ClickHouse.
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { workerOnEngines, type WorkerOnEngines } from "../testing/worker-on-engines.ts";

const waiting = { timeout: 30_000, interval: 50 };

let pipeline: WorkerOnEngines;
beforeAll(async () => {
  const engines = {
    kafkaBrokers: inject("kafkaBrokers"),
    registryUrl: inject("registryUrl"),
    clickhouse: inject("clickhouse"),
  };
  pipeline = await workerOnEngines(engines, `s${Date.now().toString(36)}`);
});
afterAll(() => pipeline[Symbol.asyncDispose]());

/** Everything received before it is settled, in every partition; as text, and the ids of what was received before it. */
async function settled(): Promise<{ until: string; ids: string[] }> {
  const each = "SELECT max(settled_until) AS until FROM ingest_progress GROUP BY topic, partition";
  const [least] = await pipeline.select<{ until: string }>(`SELECT toString(min(until)) AS until FROM (${each})`);
  const until = least?.until ?? "";
  return { until, ids: await receivedBefore(until) };
}

const receivedBefore = async (until: string) =>
  (
    await pipeline.select<{ id: string }>(
      `SELECT toString(event_id) AS id FROM events WHERE received_time < '${until}' ORDER BY id`,
    )
  ).map(({ id }) => id);

test("what was read as settled stays as it was, although a worker dies and another takes over", async () => {
  const looks: { until: string; ids: string[] }[] = [];
  const enough = new AbortController();
  const looking = (async () => {
    while (!enough.signal.aborted) looks.push(await settled());
  })();
  const real = pipeline.store();
  const dying = await pipeline.startWorker({
    ...real,
    async insert(block, fence) {
      await real.insert(block, fence);
      throw new Error("killed between insert and commit");
    },
  });
  const first = await pipeline.publishExamples();
  await expect(dying.ended()).rejects.toThrow("killed between insert and commit");
  const worker = await pipeline.startWorker();
  const second = await pipeline.publishExamples();
  await vi.waitFor(async () => expect((await settled()).ids).toHaveLength(first.size + second.size), waiting);
  await worker.stop();
  enough.abort();
  await looking;
  expect(new Set(looks.map(({ until }) => until)).size).toBeGreaterThan(3);
  for (const { until, ids } of looks) expect(await receivedBefore(until)).toEqual(ids);
});
