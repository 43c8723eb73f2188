/** No engine outlives its owner, whoever is killed and however, and nothing acknowledged is lost by it. */
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTopics, prepareKafkajs } from "@audit-log/schemas/kafka";
import { Kafka, logLevel } from "kafkajs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Owned, isAlive, pidsIn, startOwner } from "../testing/owned.ts";
import { quietClient } from "../testing/own-gateway.ts";
import { startEngines } from "./start-engines.ts";

const User = z.object({ username: z.string(), password: z.string() });
const ClickHouse = z.object({ url: z.string(), writer: User });
const Ready = z.object({
  clickhouse: ClickHouse,
  kafka: z.object({ brokers: z.array(z.string()) }),
  registry: z.object({ url: z.string() }),
});
const gone = (pids: readonly number[]) =>
  vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 20_000, interval: 50 });

let dataDir: string;
const owners: Owned[] = [];
const own = (only?: "clickhouse"): Owned => {
  const owner = startOwner(dataDir, only);
  owners.push(owner);
  return owner;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "audit-processes-"));
});
afterEach(async () => {
  const pids = [...(await pidsIn(dataDir)).values()].flatMap(({ pid, guard }) => [pid, guard]);
  for (const owner of owners.splice(0)) owner.process.kill("SIGKILL");
  await gone(pids);
  await rm(dataDir, { recursive: true, force: true });
});

describe("all engines", () => {
  it("end when their owner is killed, and start again with what was acknowledged", { timeout: 120_000 }, async () => {
    const first = own();
    const ready = Ready.parse(await first.said("ready"));
    await leaveTraces(ready);
    const pids = [...(await pidsIn(dataDir)).values()].flatMap(({ pid, guard }) => [pid, guard]);
    expect(pids).toHaveLength(6);
    await expect(startEngines({ dataDir, log: () => {}, env: {}, containers: "never" })).rejects.toThrow(
      /^Another process runs/,
    );
    first.process.kill("SIGKILL");
    await gone(pids);

    const second = own();
    const again = Ready.parse(await second.said("ready"));
    expect(again).toEqual(ready);
    await findTraces(again);
    const secondPids = [...(await pidsIn(dataDir)).values()].flatMap(({ pid, guard }) => [pid, guard]);
    const asked = Date.now();
    second.process.kill("SIGTERM");
    await once(second.process, "exit");
    expect(second.process.exitCode).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(secondPids.filter(isAlive)).toEqual([]);
  });
});

const one = async () => {
  const owner = own("clickhouse");
  await owner.said("ready");
  const pids = (await pidsIn(dataDir)).get("clickhouse");
  if (pids === undefined) throw new Error("no process id was written down");
  return { owner, ...pids };
};

describe("an engine", () => {
  it("that dies is reported to its owner with the end of its log", async () => {
    const { owner, pid, guard } = await one();
    process.kill(pid, "SIGKILL");
    expect(await owner.said("failed")).toMatch(/^ClickHouse \(chdb\) ended: signal SIGKILL\n.*listens on port/s);
    await gone([pid, guard]);
  });

  it("whose guard is killed is ended by its owner", async () => {
    const { owner, pid, guard } = await one();
    process.kill(guard, "SIGKILL");
    expect(await owner.said("failed")).toContain("its guard process ended");
    await gone([pid]);
  });

  it("that outlived both is ended by the next start", async () => {
    const { owner, pid, guard } = await one();
    owner.process.kill("SIGSTOP");
    process.kill(guard, "SIGKILL");
    owner.process.kill("SIGKILL");
    await gone([guard, owner.process.pid ?? 0]);
    expect(isAlive(pid)).toBe(true);
    const next = await one();
    await gone([pid]);
    expect([next.pid, next.guard].filter(isAlive)).toHaveLength(2);
  });

  it("keeps its passwords and logs from others", async () => {
    const { owner, pid, guard } = await one();
    for (const file of ["clickhouse-users.json", "logs/clickhouse.log"]) {
      expect((await stat(join(dataDir, file))).mode & 0o077).toBe(0);
    }
    owner.process.kill("SIGTERM");
    await gone([pid, guard]);
  });
});

prepareKafkajs();
const schema = { schema: '"string"' };

async function leaveTraces({ kafka: { brokers }, registry, clickhouse }: z.infer<typeof Ready>): Promise<void> {
  const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([admin.connect(), producer.connect()]);
  await createTopics(admin, [{ topic: "traces" }]);
  await producer.send({ topic: "traces", acks: -1, messages: [{ value: "1" }, { value: "2" }] });
  await Promise.all([admin.disconnect(), producer.disconnect()]);
  const headers = { "content-type": "application/json" };
  const registered = await fetch(`${registry.url}/subjects/traces/versions`, {
    method: "POST",
    headers,
    body: JSON.stringify(schema),
  });
  expect(registered.status).toBe(200);
  const client = quietClient(clickhouse.url, clickhouse.writer);
  await client.command({ query: "CREATE TABLE default.traces (a UInt8) ENGINE = MergeTree ORDER BY a" });
  await client.insert({ table: "default.traces", values: [{ a: 1 }, { a: 2 }], format: "JSONEachRow" });
  await client.close();
}

async function findTraces({ kafka: { brokers }, registry, clickhouse }: z.infer<typeof Ready>): Promise<void> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  expect(await admin.fetchTopicOffsets("traces")).toMatchObject([{ high: "2" }]);
  await admin.disconnect();
  expect(await (await fetch(`${registry.url}/subjects`)).json()).toEqual(["traces"]);
  const client = quietClient(clickhouse.url, clickhouse.writer);
  const result = await client.query({ query: "SELECT a FROM default.traces ORDER BY a", format: "JSONEachRow" });
  expect(await result.json()).toEqual([{ a: 1 }, { a: 2 }]);
  await client.close();
}
