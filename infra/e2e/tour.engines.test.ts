// The README's tour is true: every line that is shown there works against what `npm start` runs, and shows something.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { AUDIT_LOG_SERVICE } from "@audit-log/schemas";
import { get } from "../local/src/check/read-api.ts";
import { CHECKOUT, ORGANIZATION } from "../local/src/demo/cast.ts";
import { publishDemo } from "../local/src/demo/publish-demo.ts";
import { writeRunFile } from "../local/src/pipeline/run-file.ts";
import { pipelineOfTest, type PipelineOfTest } from "./pipeline-of-test.ts";
import { runShellLines, shellLines, type RanLine } from "./shell-lines.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const lines = shellLines(readFileSync(join(ROOT, "README.md"), "utf8"), "## Look around");
const patience = { timeout: 60_000, interval: 200 };

let running: PipelineOfTest;
let home: string;
let ran: RanLine[];

beforeAll(async () => {
  running = await pipelineOfTest("tour");
  const { pipeline, recorder, tokens, engines } = running;
  await publishDemo(recorder, Date.now());
  const access = { url: pipeline.api.url, token: tokens.auditor };
  const total = async (filter: string): Promise<number> => {
    const query = new URLSearchParams({ filter, "include-descendants": "true", facets: "" }).toString();
    const answer = await get(access, `/v3/organizations/${ORGANIZATION.id}/entries/summary?${query}`);
    return Object(await answer.json()).total;
  };
  // The story's end is there for the tour to show, and so is a first reading of the project.
  await get(access, `/v3/projects/${CHECKOUT.id}/entries`);
  await vi.waitFor(async () => {
    expect(await total("outcome=DENIED")).toBeGreaterThan(0);
    expect(await total(`eventSource=${AUDIT_LOG_SERVICE} scope.id=${CHECKOUT.id}`)).toBeGreaterThan(0);
  }, patience);

  home = mkdtempSync(join(tmpdir(), "audit-tour-"));
  mkdirSync(join(home, ".local"));
  // So that npx finds the command as it does in the project.
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"));
  writeRunFile(join(home, ".local/run.json"), { engines, api: pipeline.api.url, tokens });
  const path = [join(ROOT, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  ran = await runShellLines(lines, { cwd: home, env: { PATH: path, HOME: home } });
}, 180_000);
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await running[Symbol.asyncDispose]();
});

/** Sets something for the lines after it, and says nothing. */
const isSilent = (line: string) => /^([A-Z]+=\$\([^)]*.*\)$|get\(\))/.test(line);
/** Shown to be refused. */
const refused = new Map([
  ["TOKEN=$OTHER", "/docs/problems#unknown-scope"],
  ["outcome=MAYBE", "/docs/problems#invalid-filter"],
]);
const PROBLEM = /^\{"type":"([^"]*)"/;

test("there is a line for each thing that tenants get", () => {
  const text = lines.join("\n");
  for (const path of [
    "/v2/organizations/",
    "include-descendants=true",
    "filter=",
    "order=",
    "/related",
    "/summary",
    "/v3/filter-fields",
    "/v3/catalogue",
    "/freshness",
    "/entries/feed",
    "/entries/tail",
    "/entries/export",
    "format=csv",
    "format=parquet",
    "format=ocsf",
    "/insights",
    "$OTHER",
    "/docs",
    "/docs/problems",
    "/openapi.json",
    "/readyz",
    "/metrics",
    ...["login", "list", "summary", "export"].map((command) => `npx audit-log ${command}`),
  ])
    expect(text).toContain(path);
});

test("every line succeeds and shows something, and only what is to be refused is a problem", () => {
  expect(ran.length).toBeGreaterThan(30);
  for (const { line, code, output } of ran) {
    const what = `${line}\n${output.slice(0, 1_000)}`;
    expect(code, what).toBe(0);
    if (isSilent(line)) expect(output, what).toBe("");
    else expect(output.trim(), what).not.toBe("");
    const [, kind] = [...refused].find(([part]) => line.includes(part)) ?? [];
    expect(PROBLEM.exec(output)?.[1], what).toBe(kind);
    expect(output, what).not.toContain('"items":[]');
  }
});

test("what was downloaded is there", () => {
  expect(readFileSync(join(home, ".local/entries.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  const entries = readFileSync(join(home, ".local/entries.ndjson"), "utf8").trimEnd().split("\n");
  expect(entries.length).toBeGreaterThan(100);
  expect(JSON.parse(entries.at(-1) ?? "")).toMatchObject({ id: expect.any(String), sentence: expect.any(String) });
});
