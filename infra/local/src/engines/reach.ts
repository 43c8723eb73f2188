/** Asks engines that run elsewhere whether they are there and let us in, before anything is built on them. */
import { connectionOptions, prepareKafkajs, type KafkaAddress } from "@audit-log/schemas/kafka";
import { type RegistryAddress, registryStatus } from "@audit-log/schemas";
import kafkajs from "kafkajs";
import type { Credentials } from "../gateway/credentials.ts";
import { type Engines, EnginesUnavailable } from "./engines.ts";

const WITHIN_MS = 5_000;

/** Throws EnginesUnavailable with one sentence per variable that does not lead to a working engine; values are not repeated. */
export async function reach({ kafka, registry, clickhouse }: Engines): Promise<void> {
  const answers = await Promise.all([
    faultOfKafka(kafka),
    faultOfRegistry(registry),
    faultOfClickHouse(clickhouse.url, "WRITER", clickhouse.writer),
    faultOfClickHouse(clickhouse.url, "READER", clickhouse.reader),
  ]);
  const faults = [...new Set(answers.filter((fault) => fault !== undefined))];
  if (faults.length > 0) throw new EnginesUnavailable(faults.join("\n"));
}

async function faultOfKafka(address: KafkaAddress): Promise<string | undefined> {
  prepareKafkajs();
  const kafka = new kafkajs.Kafka({
    clientId: "audit-local",
    ...connectionOptions(address),
    connectionTimeout: WITHIN_MS,
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { retries: 1 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return undefined;
  } catch (cause) {
    return isRefusal(cause)
      ? "KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD: the brokers refuse them."
      : `KAFKA_BROKERS: no broker answers${address.tls !== false ? " over TLS" : " (without TLS: KAFKA_TLS is not set)"}: ${reasonOf(cause)}.`;
  } finally {
    await admin.disconnect();
  }
}

async function faultOfRegistry(address: RegistryAddress): Promise<string | undefined> {
  const answer = await registryStatus(address).catch(asError);
  if (answer instanceof Error) return `SCHEMA_REGISTRY_URL: no schema registry answers: ${reasonOf(answer)}.`;
  if (isRefusedStatus(answer))
    return "SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD, or SCHEMA_REGISTRY_TOKEN: the registry refuses them.";
  return answer === 200
    ? undefined
    : `SCHEMA_REGISTRY_URL: GET /subjects answers ${answer}: the base of a Confluent-compatible API is expected.`;
}

async function faultOfClickHouse(url: string, role: string, user: Credentials["writer"]): Promise<string | undefined> {
  const answer = await ask(`${url.replace(/\/+$/, "")}/?query=SELECT%201`, user);
  if (answer instanceof Error) return `CLICKHOUSE_URL: no ClickHouse answers: ${reasonOf(answer)}.`;
  if (isRefusedStatus(answer))
    return `CLICKHOUSE_${role}_USER and CLICKHOUSE_${role}_PASSWORD: ClickHouse refuses them.`;
  return answer === 200 ? undefined : `CLICKHOUSE_URL: SELECT 1 answers ${answer}: is it ClickHouse's HTTP interface?`;
}

/** The status of the answer, or why there was none. */
async function ask(url: string, { username, password }: Credentials["writer"]): Promise<number | Error> {
  const headers = { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(WITHIN_MS) });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    return asError(cause);
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
const isRefusedStatus = (status: number): boolean => status === 401 || status === 403;
const isRefusal = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === "KafkaJSSASLAuthenticationError";

/** A code such as ECONNREFUSED says it best; else the message's first line. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown";
  if ("code" in cause && typeof cause.code === "string") return cause.code;
  if (cause.cause !== undefined) return reasonOf(cause.cause);
  return cause.name === "TimeoutError" ? `not within ${WITHIN_MS / 1_000} s` : (cause.message.split("\n")[0] ?? "");
}
