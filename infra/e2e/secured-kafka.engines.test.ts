// A broker that wants TLS both ways and a user, as production has it: the SDK delivers, and whoever lacks a part is told what.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecorder, project, recorderConfig, system, type Recorder } from "@audit-log/producer-core";
import { membership } from "@audit-log/membership";
import { topicOf } from "@audit-log/schemas";
import { connectionOptions, createTopics, prepareKafkajs, readKafkaAddress } from "@audit-log/schemas/kafka";
import { readEnvironment } from "@audit-log/schemas/environment";
import kafkajs from "kafkajs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EngineGroup } from "../local/src/engines/engine-group.ts";
import { startKafka } from "../local/src/engines/kafka.ts";
import { inspectMachine } from "../local/src/engines/machine.ts";
import { keepPorts } from "../local/src/engines/ports.ts";
import { DEFAULT_CACHE } from "../local/src/engines/start-engines.ts";

let folder: string;
let group: EngineGroup;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-secured-"));
  makeCertificates();
  const ports = await keepPorts(join(folder, "ports.json"), ["kafka", "controller", "secured"]);
  const { javaVersion } = await inspectMachine(folder, DEFAULT_CACHE);
  group = new EngineGroup(folder);
  const context = { dataDir: folder, cacheDir: DEFAULT_CACHE, group, javaVersion, recordClasses: false, log: () => {} };
  await startKafka(context, ports, {
    listeners: `PLAINTEXT://127.0.0.1:${ports.kafka},CONTROLLER://127.0.0.1:${ports.controller},SECURED://127.0.0.1:${ports.secured}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${ports.kafka},SECURED://127.0.0.1:${ports.secured}`,
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL",
    "sasl.enabled.mechanisms": "PLAIN",
    "listener.name.secured.plain.sasl.jaas.config":
      'org.apache.kafka.common.security.plain.PlainLoginModule required user_audit="let-me-in";',
    "ssl.keystore.type": "PEM",
    "ssl.keystore.certificate.chain": pem("server.crt"),
    "ssl.keystore.key": pem("server.key"),
    "ssl.truststore.type": "PEM",
    "ssl.truststore.certificates": pem("ca.crt"),
    "listener.name.secured.ssl.client.auth": "required",
  });
  env = {
    KAFKA_BROKERS: `127.0.0.1:${ports.secured}`,
    KAFKA_TLS: "true",
    KAFKA_TLS_CA_FILE: join(folder, "ca.crt"),
    KAFKA_TLS_CERT_FILE: join(folder, "client.crt"),
    KAFKA_TLS_KEY_FILE: join(folder, "client.key"),
    KAFKA_SASL_MECHANISM: "plain",
    KAFKA_SASL_USERNAME: "audit",
    KAFKA_SASL_PASSWORD: "let-me-in",
    SCHEMA_REGISTRY_URL: "http://127.0.0.1:1",
  };
  prepareKafkajs();
  const admin = new kafkajs.Kafka({
    ...connectionOptions(readEnvironment(env, readKafkaAddress)),
    logLevel: kafkajs.logLevel.NOTHING,
  }).admin();
  await admin.connect();
  await createTopics(admin, [{ topic: topicOf("membership"), numPartitions: 1 }]);
  await admin.disconnect();
}, 60_000);
afterAll(async () => {
  await group.stop();
  await rm(folder, { recursive: true, force: true });
});

const pem = (name: string): string => readFileSync(join(folder, name), "utf8");

/** A certificate authority, and a server and a client that it vouches for. */
function makeCertificates(): void {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  const key = ["-newkey", "rsa:2048", "-nodes", "-days", "2"];
  openssl("req", "-x509", ...key, "-subj", "/CN=audit test CA", "-keyout", "ca.key", "-out", "ca.crt");
  for (const name of ["server", "client"]) {
    const names = ["-addext", "subjectAltName=IP:127.0.0.1"];
    const signed = ["-CA", "ca.crt", "-CAkey", "ca.key"];
    openssl(
      "req",
      "-x509",
      ...key,
      ...signed,
      ...names,
      "-subj",
      `/CN=${name}`,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.crt`,
    );
  }
}

const problems: string[] = [];

function recorder(changes: Record<string, string> = {}): Promise<Recorder> {
  problems.length = 0;
  return createRecorder(recorderConfig({ ...env, ...changes }), {
    registry: { idOf: async () => 1 },
    strictTimeoutMs: 3_000,
    closeTimeoutMs: 100,
    onProblem: (problem) => problems.push(problem.message),
  });
}

const input = {
  scope: project("p"),
  initiator: system("test"),
  resource: { id: "r" },
  details: { members: [{ subject: "ada@example.com", role: "owner" }] },
};

test("an event is delivered with a certificate and a password", async () => {
  await using it = await recorder();
  expect(await membership(it).membership.membersAdded.strict(input)).toMatchObject({ stored: "topic", offset: 0n });
});

test.each([
  ["a wrong password", { KAFKA_SASL_PASSWORD: "wrong" }, /auth/i],
  ["no certificate", { KAFKA_TLS_CERT_FILE: "", KAFKA_TLS_KEY_FILE: "" }, /certificate|alert|closed/i],
  ["no trust", { KAFKA_TLS_CA_FILE: "" }, /certificate|self.signed|issuer/i],
])("%s is told, and nothing is stored", async (_name, changes, told) => {
  await using it = await recorder(changes);
  await expect(membership(it).membership.membersAdded.strict(input)).rejects.toMatchObject({ reason: "timeout" });
  expect(it.counts).toMatchObject({ delivered: 0 });
  expect(problems).toContainEqual(expect.stringMatching(told));
});
