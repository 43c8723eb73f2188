/** Engines that run elsewhere: their addresses come from the environment, and nothing is started or stopped. */
import { z } from "zod";
import { type Engines, EnginesUnavailable } from "./engines.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const ADDRESSES = ["KAFKA_BROKERS", "SCHEMA_REGISTRY_URL", "CLICKHOUSE_URL"] as const;

const Addresses = z.object({
  KAFKA_BROKERS: z.string().min(1),
  SCHEMA_REGISTRY_URL: z.url(),
  CLICKHOUSE_URL: z.url(),
  CLICKHOUSE_WRITER_USER: z.string().default("writer"),
  CLICKHOUSE_WRITER_PASSWORD: z.string().default(""),
  CLICKHOUSE_READER_USER: z.string().default("reader"),
  CLICKHOUSE_READER_PASSWORD: z.string().default(""),
});

/** They are not ours to stop. */
const stop = async () => {};

/** Undefined when none of the addresses is given; an error when only some are. */
export function externalEngines(env: Environment): Engines | undefined {
  const missing = ADDRESSES.filter((name) => (env[name] ?? "") === "");
  if (missing.length === ADDRESSES.length) return undefined;
  if (missing.length > 0) {
    throw new EnginesUnavailable(
      `${missing.join(" and ")} must be set, too: ${ADDRESSES.join(", ")} are given all or none.`,
    );
  }
  const parsed = Addresses.safeParse(env);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new EnginesUnavailable(`${wrong} cannot be used: an address such as http://host:port is expected.`);
  }
  const given = parsed.data;
  return {
    kind: "external",
    reason: `external engines: ${ADDRESSES.join(", ")} are set`,
    kafkaBrokers: given.KAFKA_BROKERS.split(",").map((broker) => broker.trim()),
    registryUrl: given.SCHEMA_REGISTRY_URL.replace(/\/+$/, ""),
    clickhouse: {
      url: given.CLICKHOUSE_URL,
      writer: { username: given.CLICKHOUSE_WRITER_USER, password: given.CLICKHOUSE_WRITER_PASSWORD },
      reader: { username: given.CLICKHOUSE_READER_USER, password: given.CLICKHOUSE_READER_PASSWORD },
    },
    failed: new Promise<never>(() => {}),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
