// The service as a program of its own against a real broker: requests in, what it recorded out of the topic.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { domains, domainSchemas, topicOf } from "@audit-log/schemas";
import { decoder } from "../../core/src/testing/events.ts";
import { newPrefix, prepareDomain, readTopic } from "../../core/src/testing/kafka-topics.ts";

const brokers = inject("kafkaBrokers");
const registryUrl = inject("registryUrl");
const prefix = newPrefix();

const SERVICE_TOKENS = JSON.stringify({
  "token-of-ada": { id: "ada", email: "ada@example.com", organizationId: "org-1", mayChange: true },
  "token-of-grace": { id: "grace", email: "grace@example.com", organizationId: "org-1", mayChange: false },
});

/** The program, and the URL that it listens at. */
async function start(): Promise<{ program: ChildProcess; url: string }> {
  const program = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url))], {
    env: { KAFKA_BROKERS: brokers.join(), SCHEMA_REGISTRY_URL: registryUrl, AUDIT_PREFIX: prefix, SERVICE_TOKENS },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const url of createInterface({ input: program.stdout })) return { program, url };
  throw new Error("the service ended before it listened");
}

beforeAll(async () => {
  for (const { name } of domains)
    if (domainSchemas[name] !== undefined) await prepareDomain(brokers, registryUrl, prefix, name);
});

it("records every change that is asked of it, with its outcome", async () => {
  const { program, url } = await start();
  const ask = (who: string, method: string, path: string, body?: object) =>
    fetch(`${url}/v2/projects${path}`, {
      method,
      headers: {
        authorization: `Bearer token-of-${who}`,
        "x-request-id": `${who}-${method}-${path.length}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const created = await ask("ada", "POST", "", {
    name: "Checkout",
    containerParentId: "shop-1",
    labels: { tier: "1" },
  });
  const { id }: { id: string } = JSON.parse(await created.text());
  const statuses = [
    await ask("grace", "GET", `/${id}`),
    await ask("grace", "PATCH", `/${id}`, { name: "Mine" }),
    await ask("nobody", "PATCH", `/${id}`, { name: "Mine" }),
    await ask("ada", "PATCH", `/${id}`, { name: "Payments" }),
    await ask("ada", "DELETE", `/${id}/labels?keys=tier`),
    await ask("ada", "DELETE", `/${id}`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 403, 401, 200, 204, 202]);
  program.kill("SIGTERM");
  await once(program, "exit");

  const decode = decoder("resource-manager");
  const events = (await readTopic(brokers, topicOf("resource-manager", prefix))).map(({ value }) => decode(value));
  const told = events.map(({ eventName, initiator, outcome }) =>
    [eventName, initiator.id, outcome.statusCode].join(" "),
  );
  // The order of one scope is kept; the deletion's end and its accepted start are two requests' worth apart and may change places.
  expect(told.slice(0, 4)).toEqual([
    "resource-manager.project.create ada 201",
    "resource-manager.project.update grace 403",
    "resource-manager.project.update ada 200",
    "resource-manager.project.labels.delete ada 204",
  ]);
  expect(told.slice(4).sort()).toEqual([
    "resource-manager.project.delete ada 202",
    "resource-manager.project.delete.end project-eraser ",
  ]);

  expect(events[1]).toMatchObject({
    eventType: "POLICY_DENIED",
    outcome: { result: "DENIED", message: "the role editor is required" },
  });
  const headers = { authorization: "[redacted]" };
  expect(events[2]).toMatchObject({
    initiator: { kind: "USER", email: "ada@example.com" },
    context: { organizationId: "org-1", projectId: id },
    request: { method: "PATCH", endpoint: `/v2/projects/${id}`, headers, body: '{"name":"Payments"}' },
    sourceIpAddress: "127.0.0.1",
    correlationId: "ada-PATCH-37",
    operationId: null,
  });
  const deletions = events.slice(4);
  expect(new Set(deletions.map(({ operationId }) => operationId)).size).toBe(1);
  expect(deletions[0]?.operationId).toEqual(expect.any(String));
  expect(deletions.find(({ initiator }) => initiator.kind === "SYSTEM")).toMatchObject({
    eventType: "SYSTEM_EVENT",
    request: null,
    sourceIpAddress: null,
    correlationId: null,
  });
});
