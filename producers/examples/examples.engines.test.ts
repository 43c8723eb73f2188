// The examples run as they stand, each as a program of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { domains, domainSchemas, topicOf } from "@audit-log/schemas";
import { decoder } from "../core/src/testing/events.ts";
import { newPrefix, prepareDomain, readTopic } from "../core/src/testing/kafka-topics.ts";

const brokers = inject("kafkaBrokers");
const prefix = newPrefix();
const topic = topicOf("membership", prefix);

const start = (name: string, env: Record<string, string> = {}) =>
  spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], {
    env: { KAFKA_BROKERS: brokers.join(), SCHEMA_REGISTRY_URL: inject("registryUrl"), AUDIT_PREFIX: prefix, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });

beforeAll(async () => {
  for (const { name } of domains.filter(({ name }) => domainSchemas[name] !== undefined))
    await prepareDomain(brokers, inject("registryUrl"), prefix, name);
});

it("record-event.ts records one event and says where it is stored", async () => {
  const output = await text(start("record-event.ts").stdout);
  expect(output).toMatch(/^[0-9a-f-]{36} is stored in t[0-9a-f]{8}\.membership, partition \d, offset 0\n$/);
});

it("strict-mode.ts grants where the event is recorded, and refuses where it cannot be", async () => {
  expect(await text(start("strict-mode.ts").stdout)).toBe("200: grace@example.com is an owner\n");
  const refused = await text(start("strict-mode.ts", { KAFKA_BROKERS: "127.0.0.1:1" }).stdout);
  expect(refused).toBe("503: not granted, for it could not be recorded (timeout, may be stored: false)\n");
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

it("request-context.ts records who asked for what, and how it ended", async () => {
  const before = (await readTopic(brokers, topic)).length;
  const program = start("request-context.ts");
  const [url] = String((await once(program.stdout, "data"))[0]).split("\n");
  for (const role of ["auditor", "auditor"])
    await fetch(`${url}/${role}`, { method: "DELETE", headers: { "x-user": "ada" } });
  program.kill("SIGTERM");
  await once(program, "exit");
  const decode = decoder("membership");
  const events = (await readTopic(brokers, topic)).map(({ value }) => decode(value));
  const recorded = events.filter(({ initiator }) => initiator.id === "ada");
  expect(events).toHaveLength(before + 2);
  expect(recorded.map(({ request, outcome }) => [request?.method, request?.endpoint, outcome.statusCode])).toEqual([
    ["DELETE", "/roles/auditor", 204],
    ["DELETE", "/roles/auditor", 404],
  ]);
});

it("batch-import.ts records everything, in bounded memory, when it happened", async () => {
  const before = (await readTopic(brokers, topic)).length;
  const counts: { recorded: number; delivered: number } = JSON.parse(await text(start("batch-import.ts").stdout));
  expect(counts).toMatchObject({ recorded: 25_000, delivered: 25_000 });
  const messages = await readTopic(brokers, topic);
  expect(messages).toHaveLength(before + counts.recorded);
  const decode = decoder("membership");
  const { eventTime } = decode(messages.find(({ key }) => key === "acme")?.value ?? Buffer.alloc(0));
  expect(Date.now() - eventTime).toBeGreaterThan(23 * 3_600_000);
});

it("long-operation.ts joins the end of an operation to its start", async () => {
  expect(await text(start("long-operation.ts").stdout)).toBe("2 events are stored\n");
  const decode = decoder("resource-manager");
  const messages = await readTopic(brokers, topicOf("resource-manager", prefix));
  const events = messages.map(({ value }) => decode(value));
  expect(events.map(({ eventName, eventType }) => [eventName, eventType])).toEqual([
    ["resource-manager.project.delete", "ADMIN_ACTIVITY"],
    ["resource-manager.project.delete.end", "SYSTEM_EVENT"],
  ]);
  const [operationId, ...others] = new Set(events.map(({ operationId: id }) => id));
  expect(operationId).toMatch(/^[0-9a-f-]{36}$/);
  expect(others).toEqual([]);
});
