// A product team's service, as written from the SDK's README, beside the whole pipeline: what is done through it is seen in the portal.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AUDIT_LOG_SERVICE } from "@audit-log/schemas";
import { launchBrowser } from "../../query-api/portal/testing/browser.ts";
import { ORGANIZATION, SHOP } from "../local/src/demo/cast.ts";
import { logEnvironment } from "../local/src/pipeline/environments.ts";
import { pipelineOfTest, type PipelineOfTest } from "./pipeline-of-test.ts";
import { handedOn } from "../local/src/handed-on.ts";

const MAIN = fileURLToPath(new URL("../../producers/examples/service/main.ts", import.meta.url));
const ADA = { id: "user-ada", email: "ada@acme.example", organizationId: ORGANIZATION.id };
const TOKENS = { "ada-may": { ...ADA, mayChange: true }, "ada-may-not": { ...ADA, mayChange: false } };

const patience = { timeout: 30_000, interval: 100 };
/** Has a role on the project that may not read its entries. */
const ben = {
  subject: "ben",
  email: "ben@acme.example",
  roles: [{ scopeType: "project", scopeId: "", role: "dns.admin" }],
  lifetimeSeconds: 600,
} as const;

interface Entry {
  eventSource: string;
  userAgent?: string;
  sentence: string;
}

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
      ...handedOn(),
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
  const read = async (agent: string, authorization = `Bearer ${token}`): Promise<Entry[]> => {
    const answer = await fetch(`${api.url}/v3/projects/${id}/entries`, {
      headers: { authorization, "user-agent": agent },
    });
    const { items = [] } = (await answer.json()) as { items?: Entry[] };
    return items;
  };
  const entries = async (ofReaders: boolean) =>
    (await read("poller/1.0")).filter(({ eventSource }) => (eventSource === AUDIT_LOG_SERVICE) === ofReaders);
  await expect.poll(async () => (await entries(false)).length, patience).toBe(4);

  // Reading is recorded itself, and so is a refusal of somebody who has to do with the project.
  const shown = await read("auditor-console/1.0");
  await read("curious/1.0", `Bearer ${await issuer.mint({ ...ben, roles: [{ ...ben.roles[0], scopeId: id }] })}`);
  const told = async () => (await entries(true)).map(({ userAgent, sentence }) => [userAgent, sentence]);
  const log = `the audit log of ${id}`;
  await expect.poll(told, patience).toEqual(
    expect.arrayContaining([
      ["auditor-console/1.0", `auditor@acme.example viewed ${shown.length} entries of ${log}`],
      ["curious/1.0", `ben@acme.example was refused ${log}`],
    ]),
  );

  await using browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${api.url}/portal/#${new URLSearchParams({ token, project: id }).toString()}`);
  const rows = page.locator("tr.row");
  await rows.nth(5).waitFor();
  const all = (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
  expect(all).toContainEqual(expect.stringContaining(`auditor@acme.example viewed ${shown.length} entries of ${log}`));
  const texts = all.filter((text) => !text.includes(log));
  expect(texts).toEqual([
    expect.stringContaining("project-eraser finished deleting the project payments"),
    expect.stringContaining("ada@acme.example deleted the project payments"),
    expect.stringContaining("ada@acme.example changed the project payments"),
    expect.stringContaining("ada@acme.example created the project payments"),
  ]);
  expect(texts[2]).toContain("Denied");
});
