// The whole way: a story told through the SDKs is shown by the API exactly once, field by field, and to nobody else; also where the
// worker is killed again and again while the story is told. The published contract validates the answers.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { get, entriesOf } from "../local/src/check/read-api.ts";
import { verify } from "../local/src/check/verify.ts";
import { ORGANIZATION, SHOP, CHECKOUT } from "../local/src/demo/cast.ts";
import { DEMO_SCOPES } from "../local/src/demo/keep-demo.ts";
import { publishDemo, type RecordedCall } from "../local/src/demo/publish-demo.ts";
import { pipelineOfTest, type PipelineOfTest } from "./pipeline-of-test.ts";

const ROUNDS = 4;
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
    expect(verdict).toEqual({ events: calls.length, faults: [] });
    expect(calls.length).toBeGreaterThan(200);
  });

  test("the sequence of the producer has no gap", async () => {
    const entries = (await Promise.all(DEMO_SCOPES.map((scope) => entriesOf(api(), scope, Date.now())))).flat();
    const sequences = entries.map((entry) => Number(Object(entry["producer"]).sequence)).toSorted((a, b) => a - b);
    expect(sequences).toEqual(Array.from(calls, (_, index) => index + 1));
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

  test("the API's own document is valid OpenAPI", async () => {
    const document = await (await get(api(), "/openapi.json")).text();
    const result = await new Validator().validate(JSON.parse(document));
    expect([result.valid, result.errors]).toEqual([true, undefined]);
  });
});

describe("a story told while the worker is killed", () => {
  test("kill -9 again and again, and still every event is shown exactly once", { timeout: 180_000 }, async () => {
    await using running = await pipelineOfTest("killed", {
      // Small batches, so that every kill finds work between fetch, insert and commit.
      workerEnvironment: { WORKER_BATCH_ROWS: "7", WORKER_LINGER_MS: "1", WORKER_SESSION_TIMEOUT_MS: "6000" },
    });
    const { pipeline, recorder, tokens } = running;
    const api = { url: pipeline.api.url, token: tokens.auditor };
    const calls: RecordedCall[] = [];
    let kills = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { calls: told } = await publishDemo(recorder, Date.now());
      calls.push(...told);
      // Not before it has stored something of this round, so that it dies in the middle.
      await shown(running, calls.length - told.length + 10 + round * 20);
      pipeline.worker().kill();
      await pipeline.worker().exited();
      kills += 1;
      await pipeline.startWorker();
    }
    await shown(running, calls.length);
    expect(await verify(calls, api, tokens.other, Date.now())).toEqual({ events: calls.length, faults: [] });
    expect(kills).toBe(ROUNDS);
  });
});

/** Until so many different events are stored. */
async function shown({ engines, prefix }: PipelineOfTest, count: number): Promise<void> {
  const { url, reader } = engines.clickhouse;
  await using clickhouse = createClient({ url, ...reader, database: prefix });
  await vi.waitFor(async () => {
    const answer = await clickhouse.query({
      query: "SELECT uniqExact(event_id) AS stored FROM events",
      format: "JSONEachRow",
    });
    const [row] = await answer.json<{ stored: string }>();
    expect(Number(row?.stored)).toBeGreaterThanOrEqual(count);
  }, patience);
}
