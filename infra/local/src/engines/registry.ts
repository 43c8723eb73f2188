/** Apicurio Registry with its Confluent-compatible API. Its state lives in Kafka, so it has no data of its own. */
import { join } from "node:path";
import { type EngineContext, startJava } from "./engine-context.ts";
import { type GuardedProcess } from "./guarded-process.ts";
import { REGISTRY } from "./jars.ts";
import { answersOk, untilReady } from "./ready.ts";

export const registryApi = (port: number): string => `http://127.0.0.1:${port}/apis/ccompat/v7`;

export async function startRegistry(
  context: EngineContext,
  classPath: readonly string[],
  ports: { readonly registry: number; readonly kafka: number },
): Promise<GuardedProcess> {
  const registry = await startJava(context, {
    id: REGISTRY.id,
    name: REGISTRY.name,
    mainClass: "io.quarkus.runner.GeneratedMain",
    classPath,
    heapMegabytes: 384,
    properties: registryProperties(ports, context.dataDir),
  });
  const base = `http://127.0.0.1:${ports.registry}`;
  // Ready means that the journal has been read to its end; the API alone already answers before, with only some of the schemas.
  const ready = async () =>
    (await answersOk(`${base}/health/ready`)) && answersOk(`${registryApi(ports.registry)}/subjects`);
  await untilReady(REGISTRY.name, registry, ready);
  return registry;
}

export function registryProperties(
  ports: { readonly registry: number; readonly kafka: number },
  dataDir: string,
): Record<string, string> {
  return {
    "quarkus.http.host": "127.0.0.1",
    "quarkus.http.port": String(ports.registry),
    "quarkus.http.access-log.enabled": "false",
    "apicurio.storage.kind": "kafkasql",
    "apicurio.kafkasql.bootstrap.servers": `127.0.0.1:${ports.kafka}`,
    // It polls for a snapshot once before anything else, and there is none: 5 s of every start by default.
    "apicurio.kafkasql.consumer.poll.timeout": "200",
    // The journal is kept whole and is small; snapshots would only add files outside Kafka.
    "apicurio.kafkasql.snapshot.every.seconds": "36500d",
    "apicurio.storage.snapshot.location": join(dataDir, "registry"),
  };
}
