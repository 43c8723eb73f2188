/** The engines for tests where a Docker daemon answers: fresh containers on free ports, gone with the test run. */
import { randomBytes } from "node:crypto";
import { ClickHouseContainer } from "@testcontainers/clickhouse";
import { KafkaContainer } from "@testcontainers/kafka";
import { GenericContainer, Wait } from "testcontainers";
import { type Engines } from "./engines.ts";
import { IMAGES } from "./images.ts";

const KAFKA_PORT = 9093;
const REGISTRY_PORT = 8080;

export async function startContainers(options: { reason: string; log: (line: string) => void }): Promise<Engines> {
  options.log("starting containers…");
  const password = randomBytes(24).toString("base64url");
  const [kafka, registry, clickhouse] = await Promise.all([
    new KafkaContainer(IMAGES.kafkaForTests).withKraft().start(),
    // Tests begin with no schemas: the registry keeps them in its memory.
    new GenericContainer(IMAGES.registry)
      .withExposedPorts(REGISTRY_PORT)
      .withWaitStrategy(Wait.forHttp("/health/ready", REGISTRY_PORT))
      .start(),
    new ClickHouseContainer(IMAGES.clickhouse).withUsername("writer").withPassword(password).start(),
  ]);
  const writer = { username: "writer", password };
  const reader = { username: "reader", password };
  await createReader(clickhouse.getHttpUrl(), writer, reader.password);
  const stop = async () => {
    await Promise.all([kafka.stop(), registry.stop(), clickhouse.stop()]);
  };
  return {
    kind: "containers",
    reason: options.reason,
    kafka: { brokers: [`${kafka.getHost()}:${kafka.getMappedPort(KAFKA_PORT)}`], tls: false },
    registry: { url: `http://${registry.getHost()}:${registry.getMappedPort(REGISTRY_PORT)}/apis/ccompat/v7` },
    clickhouse: { url: clickhouse.getHttpUrl(), writer, reader },
    failed: new Promise<never>(() => {}),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

async function createReader(
  url: string,
  writer: { username: string; password: string },
  password: string,
): Promise<void> {
  const credentials = Buffer.from(`${writer.username}:${writer.password}`).toString("base64");
  const statements = [
    `CREATE USER reader IDENTIFIED BY '${password}' SETTINGS readonly = 2`,
    "GRANT SELECT, SHOW ON *.* TO reader",
  ];
  for (const body of statements) {
    const response = await fetch(url, { method: "POST", headers: { authorization: `Basic ${credentials}` }, body });
    if (!response.ok) throw new Error(`The reader could not be created: ${(await response.text()).slice(0, 200)}`);
  }
}
