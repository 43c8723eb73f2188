// A product team's service, as written from the SDK's README, beside the whole pipeline: what is done through it is seen in the portal.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../query-api/portal/testing/browser.ts";
import { ORGANIZATION, SHOP } from "../local/src/demo/cast.ts";
import { logEnvironment } from "../local/src/pipeline/environments.ts";
import { pipelineOfTest, type PipelineOfTest } from "./pipeline-of-test.ts";

const MAIN = fileURLToPath(new URL("../../producers/examples/service/main.ts", import.meta.url));
const ADA = { id: "user-ada", email: "ada@acme.example", organizationId: ORGANIZATION.id };
const TOKENS = { "ada-may": { ...ADA, mayChange: true }, "ada-may-not": { ...ADA, mayChange: false } };

let running: PipelineOfTest;
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  running = await pipelineOfTest("service");
  service = await startService();
});
afterAll(async () => {
  service.child.kill("SIGTERM");
  await once(service.child, "exit");
  await running[Symbol.asyncDispose]();
});

async function startService() {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env["PATH"],
      ...logEnvironment(running.engines),
      AUDIT_PREFIX: running.prefix,
      AUDIT_REGION: "eu01",
      SERVICE_TOKENS: JSON.stringify(TOKENS),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, url };
}

const call = (method: string, path: string, token: keyof typeof TOKENS, body?: object) =>
  fetch(`${service.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "user-agent": "stackit-cli/0.51.0",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test("its requests are rows of the portal, with who, what and how it ended", async () => {
  const created = await call("POST", "/v2/projects", "ada-may", {
    name: "payments",
    containerParentId: SHOP.containerId,
  });
  expect(created.status).toBe(201);
  const { id } = (await created.json()) as { id: string };
  expect((await call("PATCH", `/v2/projects/${id}`, "ada-may-not", { name: "mine" })).status).toBe(403);
  expect((await call("DELETE", `/v2/projects/${id}`, "ada-may")).status).toBe(202);

  const { api, issuer } = running.pipeline;
  const token = await issuer.mint({
    subject: "auditor",
    email: "auditor@acme.example",
    roles: [{ scopeType: "project", scopeId: id, role: "audit-log.reader" }],
    lifetimeSeconds: 600,
  });
  const entries = async (): Promise<unknown[]> => {
    const answer = await fetch(`${api.url}/v3/projects/${id}/entries`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items: unknown[] };
    return items;
  };
  await expect.poll(async () => (await entries()).length, { timeout: 30_000, interval: 100 }).toBe(4);

  await using browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${api.url}/portal/#${new URLSearchParams({ token, project: id }).toString()}`);
  const rows = page.locator("tr.row");
  await rows.nth(3).waitFor();
  const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  expect(texts).toEqual([
    expect.stringContaining("project-eraser finished deleting the project payments"),
    expect.stringContaining("ada@acme.example deleted the project payments"),
    expect.stringContaining("ada@acme.example changed the project payments"),
    expect.stringContaining("ada@acme.example created the project payments"),
  ]);
  expect(texts[2]).toContain("Denied");
});
