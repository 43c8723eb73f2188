// The examples run as they stand, each as a program of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { topicOf } from "@audit-log/schemas";
import { newPrefix, prepareDomain, readTopic } from "../core/src/testing/kafka-topics.ts";

const brokers = inject("kafkaBrokers");
const prefix = newPrefix();
const topic = topicOf("membership", prefix);

const start = (name: string) =>
  spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], {
    env: { KAFKA_BROKERS: brokers.join(), SCHEMA_REGISTRY_URL: inject("registryUrl"), AUDIT_PREFIX: prefix },
    stdio: ["ignore", "pipe", "inherit"],
  });

beforeAll(async () => {
  for (const domain of ["membership", "resource-manager", "service-account"] as const)
    await prepareDomain(brokers, inject("registryUrl"), prefix, domain);
});

it("record-event.ts records one event and says where it is stored", async () => {
  const output = await text(start("record-event.ts").stdout);
  expect(output).toMatch(/^[0-9a-f-]{36} is stored in t[0-9a-f]{8}\.membership, partition \d, offset 0\n$/);
});

it("shutdown.ts loses nothing when it is told to stop", async () => {
  const before = (await readTopic(brokers, topic)).length;
  const program = start("shutdown.ts");
  const output = text(program.stdout);
  while ((await readTopic(brokers, topic)).length === before);
  program.kill("SIGTERM");
  await once(program, "exit");
  const counts: { recorded: number; delivered: number } = JSON.parse(await output);
  expect(counts.delivered).toBe(counts.recorded);
  expect(await readTopic(brokers, topic)).toHaveLength(before + counts.recorded);
});
