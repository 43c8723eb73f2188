// The whole way: a story told through the SDKs is shown by the API exactly once, field by field, and to nobody else; also where the
// worker is killed again and again while the story is told. The published contract validates the answers.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { AUDIT_LOG_SERVICE } from "@audit-log/schemas";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { z } from "zod";
import { launchBrowser } from "../../query-api/portal/testing/browser.ts";
import type { Json } from "../local/src/check/expected-entry.ts";
import { get, type ApiAccess } from "../local/src/check/read-api.ts";
import { verify } from "../local/src/check/verify.ts";
import { ORGANIZATION, SHOP, CHECKOUT } from "../local/src/demo/cast.ts";
import { publishDemo, type RecordedCall } from "../local/src/demo/publish-demo.ts";
import { startInsertProxy, type Hold } from "./insert-proxy.ts";
import { pipelineOfTest, type PipelineOfTest } from "./pipeline-of-test.ts";

const EVERY_SERVICE = { all: 18, found: 18 };
/** The rest is tested where it is made. */
const Manifest = z.object({ complete: z.boolean(), rows: z.number() });
const patience = { timeout: 60_000, interval: 100 };

describe("a story told in peace", () => {
  let running: PipelineOfTest;
  let calls: RecordedCall[];
  const api = () => ({ url: running.pipeline.api.url, token: running.tokens.auditor });

  beforeAll(async () => {
    running = await pipelineOfTest("peace");
    ({ calls } = await publishDemo(running.recorder, Date.now()));
    await shown(running, calls.length);
  });
  afterAll(() => running[Symbol.asyncDispose]());

  test("every event is shown exactly once, every field as recorded, and nothing to another customer", async () => {
    const verdict = await verify(calls, api(), running.tokens.other, Date.now());
    expect(verdict).toEqual({ events: calls.length, services: EVERY_SERVICE, faults: [] });
    expect(calls.length).toBeGreaterThan(400);
  }, 240_000);

  test("the sequence of the producer has no gap", async () => {
    const [first, last, stored] = await Promise.all(
      ["min(producer_sequence)", "max(producer_sequence)", "uniqExact(producer_sequence)"].map((figure) =>
        count(running, figure),
      ),
    );
    expect([first, last, stored]).toEqual([1, calls.length, calls.length]);
  });

  test("the published contract document validates the answers", async () => {
    const contract = JSON.parse(
      readFileSync(new URL("../../query-api/contract/auditlog-v2.openapi.json", import.meta.url), "utf8"),
    );
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addFormat("ipv4 | ipv6", /^[0-9a-fA-F.:]+$/);
    ajv.addSchema(contract, "contract");
    const list = ajv.getSchema("contract#/components/schemas/ListAuditLogEntriesResponse");
    const error = ajv.getSchema("contract#/components/schemas/ErrorResponse");
    for (const path of [
      `/v2/organizations/${ORGANIZATION.id}`,
      `/v2/folders/${SHOP.id}`,
      `/v2/projects/${CHECKOUT.id}`,
    ]) {
      const page = await (await get(api(), path)).json();
      expect([list?.(page), list?.errors]).toEqual([true, null]);
      const refused = await get(api(), `${path}?limit=-1`);
      const problem = await refused.json();
      expect([refused.status, error?.(problem), error?.errors]).toEqual([400, true, null]);
    }
  });

  test("a person sees the entries in a browser, opens one, and finds what was recorded", async () => {
    const { api: program } = running.pipeline;
    const fragment = new URLSearchParams({ token: running.tokens.auditor, project: CHECKOUT.id });
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${program.url}/portal/#${fragment.toString()}`);
    await page.locator("tr.row").first().waitFor();
    const newest = await newestOfStory(api());
    await page
      .locator("tr.row", { hasText: String(newest["sentence"]) })
      .first()
      .click();
    const opened = page.getByRole("complementary");
    await opened
      .getByText(String(Object(newest["initiator"]).id))
      .first()
      .waitFor();
    expect(await opened.innerText()).toContain(String(newest["sourceIpAddress"]));
  });

  test("a person searches everything below the organization in a browser, and downloads what was found", async () => {
    const { api: program } = running.pipeline;
    const view = { token: running.tokens.auditor, organization: ORGANIZATION.id, below: "true", range: "90d" };
    await using browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`${program.url}/portal/#${new URLSearchParams(view).toString()}`);
    const examples = page.getByText("Examples", { exact: true });
    await examples.click();
    const terms = await page.locator(".search .menu-item .aside").allInnerTexts();
    await examples.click();
    const field = page.getByRole("searchbox");
    const asked = { filter: "", "include-descendants": "true", limit: "1000" };
    for (const example of terms) {
      // What is read here is itself recorded, and would be more from question to question.
      asked.filter = `${example} -service=${AUDIT_LOG_SERVICE}`;
      await field.fill(asked.filter);
      await Promise.all([
        page.waitForResponse(
          (answer) => answer.ok() && new URL(answer.url()).searchParams.get("filter") === asked.filter,
        ),
        field.press("Enter"),
      ]);
      await page.locator('.list[aria-busy="false"] tr.row').first().waitFor();
    }
    const start = new Date(Date.now() - 89 * 86_400_000).toISOString();
    const query = new URLSearchParams({ ...asked, start }).toString();
    const listed = await get(api(), `/v3/organizations/${ORGANIZATION.id}/entries?${query}`);
    const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(await listed.json());
    await page.getByText("Download", { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^NDJSON/ }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\n");
    const { manifest } = z.object({ manifest: Manifest }).parse(JSON.parse(lines.pop() ?? ""));
    expect(manifest).toEqual({ complete: true, rows: items.length });
    const ids = lines.map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id);
    expect(ids.toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    expect(terms).toHaveLength(6);
  });

  test("the API's own document is valid OpenAPI", async () => {
    const document = await (await get(api(), "/openapi.json")).text();
    const result = await new Validator().validate(JSON.parse(document));
    expect([result.valid, result.errors]).toEqual([true, undefined]);
  });
});

describe("a story told while the worker is killed", () => {
  const moments: Hold[] = ["the insert", "the answer"];

  test(
    "kill -9 before an insert and between insert and commit: still every event exactly once",
    { timeout: 180_000 },
    async () => {
      await using proxy = await startInsertProxy(inject("clickhouse").url);
      await using running = await pipelineOfTest("killed", {
        workerEnvironment: { CLICKHOUSE_URL: proxy.url, WORKER_BATCH_ROWS: "50", WORKER_SESSION_TIMEOUT_MS: "6000" },
      });
      const { pipeline, recorder, tokens } = running;
      const calls: RecordedCall[] = [];
      for (const moment of moments) {
        const { held } = proxy.hold(moment);
        calls.push(...(await publishDemo(recorder, Date.now())).calls);
        await held;
        pipeline.worker.current.kill();
        await pipeline.worker.current.exited();
        proxy.hold("nothing");
        await pipeline.worker.restart();
        await shown(running, calls.length);
      }
      const api = { url: pipeline.api.url, token: tokens.auditor };
      expect(await verify(calls, api, tokens.other, Date.now())).toEqual({
        events: calls.length,
        services: EVERY_SERVICE,
        faults: [],
      });
      // Not even ClickHouse holds a second row: the read-back knew what was stored when nobody had committed it.
      expect(await count(running, "count()")).toBe(calls.length);
    },
  );
});

/** The newest entry of the project that the portal shows; newer ones say who read it meanwhile. */
async function newestOfStory(api: ApiAccess): Promise<Json> {
  const page: { items: Json[] } = JSON.parse(await (await get(api, `/v3/projects/${CHECKOUT.id}/entries`)).text());
  const newest = page.items.find(({ eventSource }) => eventSource !== AUDIT_LOG_SERVICE);
  if (newest === undefined) throw new Error("the project has no entries");
  return newest;
}

/** Until so many different events of the story are stored. */
const shown = (running: PipelineOfTest, events: number): Promise<void> =>
  vi.waitFor(async () => expect(await count(running, "uniqExact(event_id)")).toBeGreaterThanOrEqual(events), patience);

/** Over the events of the story: reading it adds others. */
async function count({ engines, prefix }: PipelineOfTest, expression: string): Promise<number> {
  const { url, reader } = engines.clickhouse;
  await using clickhouse = createClient({ url, ...reader, database: prefix });
  const answer = await clickhouse.query({
    query: `SELECT ${expression} AS found FROM events WHERE event_source != {own:String}`,
    query_params: { own: AUDIT_LOG_SERVICE },
    format: "JSONEachRow",
  });
  const [row] = await answer.json<{ found: string }>();
  return Number(row?.found);
}
