// For engine tests: topics, tables and schemas under a prefix of their own, the worker as a program beside them, and audit-ops on it all.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  compileType,
  createRegistry,
  domainSchemas,
  messageEncoder,
  subjectOf,
  topicOf,
  uuidText,
  uuidv7,
  type AvroRecord,
} from "@audit-log/schemas";
import { createTopics, topicDefinitions } from "@audit-log/schemas/kafka";
import { migrate } from "@audit-log/schemas/migrations";
import { createClient } from "@clickhouse/client";
import pino from "pino";
import { connectKafka } from "../kafka-client.ts";
import { example } from "../testing/index.ts";
import { runOps } from "../ops/run.ts";
import { lateRegistry } from "./late-registry-of-test.ts";

export interface EnginesOfTest {
  brokers: string[];
  registryUrl: string;
  clickhouse: { url: string; writer: { username: string; password: string } };
}

export type Installation = Awaited<ReturnType<typeof createInstallation>>;

const WORKER = fileURLToPath(new URL("../main.ts", import.meta.url));
const OPS = fileURLToPath(new URL("../ops.ts", import.meta.url));
/** The shortest that a broker allows. */
const SESSION_TIMEOUT_MS = "6000";

export async function createInstallation(prefix: string, { brokers, registryUrl, clickhouse }: EnginesOfTest) {
  const { url, writer } = clickhouse;
  const kafka = connectKafka({ kafka: { brokers, tls: false } }, pino({ level: "silent" }));
  const late = await lateRegistry(registryUrl);
  const [admin, producer, registry] = [kafka.admin(), kafka.producer(), createRegistry({ url: registryUrl })];
  const client = createClient({ url, ...writer, database: prefix });
  const topic = topicOf("membership", prefix);
  const schema: AvroRecord = domainSchemas.membership ?? { type: "record", name: "none", fields: [] };
  const added = example("membership.member.add").event;
  const env = { AUDIT_PREFIX: prefix, KAFKA_BROKERS: brokers.join(","), SCHEMA_REGISTRY_URL: late.url };
  let worker: ChildProcess | undefined;
  let made = 0;

  await Promise.all([admin.connect(), producer.connect(), migrate({ url, ...writer, database: prefix })]);
  await createTopics(admin, topicDefinitions(prefix, 2));
  await registry.publish(subjectOf("membership", prefix), schema);

  /** audit-ops in this process. */
  async function ops(line: string) {
    const [out, notes]: [string[], string[]] = [[], []];
    const terminal = {
      out: (text: string) => void out.push(text),
      note: (text: string) => void notes.push(text),
      canAsk: false,
      confirm: () => Promise.resolve(false),
    };
    const code = await runOps(["dead-letters", ...line.split(" ")], env, terminal);
    return { code, out, notes };
  }

  async function stopWorker(): Promise<void> {
    if (worker === undefined || worker.exitCode !== null) return;
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }

  return {
    prefix,
    topic,
    env,
    admin,
    producer,
    ops,
    stopWorker,

    /** audit-ops as it is typed. */
    async program(line: string, environment: Record<string, string>) {
      const child = spawn(process.execPath, [OPS, "dead-letters", ...line.split(" ")], { env: environment });
      let said = "";
      child.stderr.on("data", (text) => (said += String(text)));
      const [code]: unknown[] = await once(child, "close");
      return { code, said };
    },

    async listed(filters = ""): Promise<Record<string, unknown>[]> {
      const { code, out, notes } = await ops(`list --json --limit 1000 ${filters}`.trim());
      if (code !== 0) throw new Error(notes.join("\n"));
      return out.map((line) => JSON.parse(line));
    },

    /** A new one asks the registry anew: what was unknown may be known now. */
    async restartWorker(): Promise<void> {
      await stopWorker();
      worker = spawn(process.execPath, [WORKER], {
        stdio: "ignore",
        env: {
          ...env,
          CLICKHOUSE_URL: url,
          CLICKHOUSE_WRITER_USER: writer.username,
          CLICKHOUSE_WRITER_PASSWORD: writer.password,
          WORKER_SESSION_TIMEOUT_MS: SESSION_TIMEOUT_MS,
          LOG_LEVEL: "silent",
        },
      });
    },

    /** A schema of the contract that is used before it is registered; `mend` registers it. */
    lateSchema() {
      const id = late.lateId();
      const mend = async (): Promise<void> =>
        late.learn(id, await registry.publish(`${prefix}.late-value`, { ...schema, doc: `${prefix} late ${id}` }));
      return { id, encode: messageEncoder(compileType(schema), id), mend };
    },

    /** Returns the ids of the events, as text, sorted. */
    async sendEvents(count: number, encode: (event: unknown) => Buffer): Promise<string[]> {
      const ids = Array.from({ length: count }, () => {
        const id = uuidv7(Date.now(), Buffer.alloc(10));
        id.writeUInt32BE((made += 1), 12);
        return id;
      });
      const messages = ids.map((id, index) => ({
        key: `scope-${index % 7}`,
        value: encode({ ...added, id, eventTime: Date.now() - index }),
        headers: { trace: "abc" },
      }));
      await producer.send({ topic, messages });
      return ids.map(uuidText).sort();
    },

    /** Those of the ids that are stored, each as often as a reader sees it, sorted. */
    async storedOf(ids: readonly string[]): Promise<string[]> {
      const query = "SELECT toString(event_id) AS id FROM events FINAL";
      const answer = await client.query({ query, format: "JSONEachRow" });
      const stored = (await answer.json<{ id: string }>()).map(({ id }) => id);
      return stored.filter((id) => ids.includes(id)).sort();
    },

    async [Symbol.asyncDispose](): Promise<void> {
      await stopWorker();
      await Promise.all([admin.disconnect(), producer.disconnect(), client.close(), late[Symbol.asyncDispose]()]);
    },
  };
}
