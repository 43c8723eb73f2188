// What one round has for itself: topics, a database, a group, a load, workers, and the proxy that they speak to ClickHouse through.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@audit-log/schemas/migrations";
import { newPrefix } from "../../../producers/core/src/testing/kafka-topics.ts";
import { keepPorts } from "../../local/src/engines/ports.ts";
import { prepareTopics } from "../../local/src/pipeline/prepare.ts";
import type { Random } from "../random.ts";
import { balance, type Findings } from "./check.ts";
import { faultProxyTo } from "./fault-proxy.ts";
import { Feeder } from "./feeder.ts";
import { fetchProxyTo } from "./fetch-proxy.ts";
import type { Ground } from "./ground.ts";
import { type KafkaRecord, KafkaSide } from "./kafka-side.ts";
import { Ledger } from "./ledger.ts";
import { alterTable, countRows, NO_MERGES, readAll, readEmails, storedRows } from "./stored-rows.ts";
import { until } from "./until.ts";
import { type Ending, WorkerProcess } from "./worker-process.ts";

export interface WorldSettings {
  /** Of each topic. */
  partitions?: number;
  /** In the background, as in production: then a second row may have been merged away before it is counted. */
  merges?: boolean;
  /** A setting of the table, in SQL. */
  table?: string;
  /** Of the table: its name, and what must be true of a row. */
  constraint?: string;
  /** Workers reach the broker through a proxy that may bend its answers. */
  fetchProxy?: boolean;
  /** Variables of all workers. */
  worker?: Record<string, string>;
  /** Rows are compared in more than their identity. */
  view?: boolean;
  /** How long a caught-up group may take. */
  patienceMs?: number;
}

/** Short, so that a killed worker's partitions are soon someone else's: a test's broker allows it. */
const WORKER = { WORKER_SESSION_TIMEOUT_MS: "3000", WORKER_BATCH_ROWS: "400", WORKER_LINGER_MS: "20" };

export type World = Awaited<ReturnType<typeof newWorld>>;

export async function newWorld(ground: Ground, random: Random, settings: WorldSettings = {}) {
  const { partitions = 2, merges = false, view = false, patienceMs } = settings;
  const { brokers, clickhouse, registry } = ground;
  const prefix = newPrefix();
  const folder = await mkdtemp(join(tmpdir(), "chaos-world-"));
  const ledger = new Ledger();
  const proxy = await faultProxyTo(clickhouse.access.url);
  const fetchProxy = settings.fetchProxy === true ? await fetchProxyTo(brokers[0] ?? "") : undefined;
  const kafka = new KafkaSide(brokers, prefix);
  const workers: WorkerProcess[] = [];
  const endings: Ending[] = [];
  const former: KafkaRecord[] = [];

  const prepared = () => prepareTopics({ brokers, tls: false }, { prefix, partitions }).then(() => true);
  await until("the topics are there", prepared);
  await migrate({ url: clickhouse.access.url, ...clickhouse.access.writer, database: prefix });
  const tableSettings = [merges ? [] : [NO_MERGES], settings.table ?? []].flat();
  for (const setting of tableSettings) await alterTable(clickhouse, prefix, `MODIFY SETTING ${setting}`);
  if (settings.constraint !== undefined) await alterTable(clickhouse, prefix, `ADD CONSTRAINT ${settings.constraint}`);

  const environment = {
    AUDIT_PREFIX: prefix,
    KAFKA_BROKERS: fetchProxy?.address ?? brokers.join(","),
    KAFKA_TLS: "false",
    SCHEMA_REGISTRY_URL: registry.url,
    CLICKHOUSE_URL: proxy.url,
    CLICKHOUSE_WRITER_USER: clickhouse.access.writer.username,
    CLICKHOUSE_WRITER_PASSWORD: clickhouse.access.writer.password,
    CLICKHOUSE_DATABASE: prefix,
    ...WORKER,
    ...settings.worker,
  };
  /** Not waited for. */
  const spawnWorker = async (more: Record<string, string> = {}): Promise<WorkerProcess> => {
    const name = `w${workers.length + 1}`;
    const { [name]: port = 0 } = await keepPorts(join(folder, `${name}.json`), [name]);
    const worker = new WorkerProcess(name, port, join(folder, `${name}.log`), { ...environment, ...more });
    workers.push(worker);
    return worker;
  };
  const startWorker = async (more: Record<string, string> = {}): Promise<WorkerProcess> => {
    const worker = await spawnWorker(more);
    await worker.ready();
    return worker;
  };
  const stopWorker = async (worker: WorkerProcess): Promise<Ending> => {
    const ending = await worker.stop();
    endings.push(ending);
    return ending;
  };
  const running = (): WorkerProcess[] => workers.filter((worker) => worker.running);
  /** Everything sent by now is settled. Throws at once where no worker is left to do it. */
  const caughtUp = (): Promise<void> =>
    kafka.committed(() => {
      const crash = workers.find((worker) => worker.crash !== undefined)?.name;
      return crash !== undefined && running().length === 0 ? `${crash} ended by itself, and no other runs` : undefined;
    }, patienceMs);
  const rows = (): Promise<number> => countRows(clickhouse, prefix);
  const feeder = new Feeder({ brokers, prefix, partitions, ledger, random, stored: rows });

  return {
    prefix,
    partitions,
    ledger,
    proxy,
    fetchProxy,
    kafka,
    feeder,
    registry,
    spawnWorker,
    startWorker,
    stopWorker,
    running,
    rows,
    caughtUp,
    /** From now on so many more rows. */
    moreRows: async (count: number): Promise<void> => {
      const goal = (await rows()) + count;
      await until(`${goal} rows are stored`, async () => (await rows()) >= goal);
    },
    /** Everything is well again; a worker runs; everything sent is settled; no worker runs any more. */
    settle: async (): Promise<void> => {
      await ground.clickhouse.start();
      await ground.broker.start();
      await registry.comeBack();
      await feeder.stop();
      proxy.heal();
      fetchProxy?.heal();
      for (const worker of running()) worker.thaw();
      if (running().length === 0) await startWorker();
      await caughtUp();
      for (const worker of running()) await stopWorker(worker);
    },
    /** What the topics hold is remembered: they are about to be deleted. */
    remember: async (): Promise<void> => void former.push(...(await kafka.records())),
    /** Nothing is sent any more, also after a fault that failed half-way: or Kafka would be missing what it acknowledges meanwhile. */
    check: async (): Promise<Findings> => {
      await ground.broker.start();
      await feeder.stop();
      const [records, letters, stored, reads, emails] = await Promise.all([
        kafka.records(),
        kafka.letters(),
        storedRows(clickhouse, prefix, view),
        readAll(clickhouse, prefix),
        readEmails(clickhouse, prefix),
      ]);
      return balance({ ledger, records, former, rows: stored, letters, reads, emails });
    },
    /** Of the processes: ends that nobody asked for, bad exits, memory. */
    misbehaviour: (maxMiB: number): string[] => [
      ...workers.flatMap(({ crash }) => crash ?? []),
      ...endings.flatMap(({ code, signal, ms }) =>
        code === 0 && ms < 30_000 ? [] : [`SIGTERM was answered with ${signal ?? code} after ${Math.round(ms)} ms`],
      ),
      ...workers.flatMap(({ name, peakMiB }) =>
        peakMiB <= maxMiB ? [] : [`${name} held ${Math.round(peakMiB)} MiB, bound ${maxMiB}`],
      ),
    ],
    peakMiB: (): number => Math.max(0, ...workers.map(({ peakMiB }) => peakMiB)),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      for (const worker of running()) await worker.kill();
      await feeder.close();
      await proxy[Symbol.asyncDispose]();
      await fetchProxy?.[Symbol.asyncDispose]();
      await ground.clickhouse.start();
      await ground.broker.start();
      await clickhouse.ask(`DROP DATABASE ${prefix}`);
      await kafka.removeTopics();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
