/** Engines that run elsewhere: their addresses come from the environment, and nothing is started or stopped. */
import { type Environment, InvalidEnvironment, readEnvironment } from "@audit-log/schemas/environment";
import { readKafkaAddress, readRegistryAddress } from "@audit-log/schemas/kafka";
import { type Engines, EnginesUnavailable } from "./engines.ts";

const ADDRESSES = ["KAFKA_BROKERS", "SCHEMA_REGISTRY_URL", "CLICKHOUSE_URL"] as const;

/** They are not ours to stop. */
const stop = async () => {};

/**
 * Undefined when none of the addresses is given. How to get in (TLS, SASL, users) is read by the same rules as the product's own
 * programs read it. Throws EnginesUnavailable with everything that is missing or wrong.
 */
export function externalEngines(env: Environment): Engines | undefined {
  const missing = ADDRESSES.filter((name) => (env[name] ?? "") === "");
  if (missing.length === ADDRESSES.length) return undefined;
  if (missing.length > 0) {
    throw new EnginesUnavailable(
      `${missing.join(" and ")} must be set, too: ${ADDRESSES.join(", ")} are given all or none.`,
    );
  }
  return {
    kind: "external",
    reason: `external engines: ${ADDRESSES.join(", ")} are set`,
    ...readAddresses(env),
    failed: new Promise<never>(() => {}),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

function readAddresses(env: Environment): Pick<Engines, "kafka" | "registry" | "clickhouse"> {
  try {
    return readEnvironment(env, (read) => {
      const registry = readRegistryAddress(read);
      const userOf = (role: "WRITER" | "READER") => ({
        username: read.text(`CLICKHOUSE_${role}_USER`, role.toLowerCase()),
        password: read.text(`CLICKHOUSE_${role}_PASSWORD`, ""),
      });
      return {
        kafka: readKafkaAddress(read),
        registry: { ...registry, url: registry.url.replace(/\/+$/, "") },
        clickhouse: { url: read.url("CLICKHOUSE_URL"), writer: userOf("WRITER"), reader: userOf("READER") },
      };
    });
  } catch (cause) {
    throw cause instanceof InvalidEnvironment ? new EnginesUnavailable(cause.faults.join("\n")) : cause;
  }
}
