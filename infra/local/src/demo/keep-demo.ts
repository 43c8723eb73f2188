// The demo at a start: told once per set of engines, kept, and waited for until the API shows all of it.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DEFAULT_PREFIX, RETENTION_MS } from "@audit-log/schemas";
import { createRecorder, recorderConfig } from "@audit-log/producer-core";
import { entriesOf, type ApiAccess, type ScopeOfApi } from "../check/read-api.ts";
import type { Engines } from "../engines/engines.ts";
import { logEnvironment, REGION } from "../pipeline/environments.ts";
import { FOLDERS, ORGANIZATION, PROJECTS } from "./cast.ts";
import { publishDemo, readDemo, writeDemo, type Demo, type RecordedCall } from "./publish-demo.ts";

export interface DemoOptions {
  engines: Engines;
  api: ApiAccess;
  folder: string;
  log: (line: string) => void;
}

const VISIBLE_WITHIN_MS = 60_000;
/** What was told at an earlier start is stored, or a worker is about to store it. */
const STILL_THERE_WITHIN_MS = 5_000;
const ASK_EVERY_MS = 100;

export const DEMO_SCOPES: ScopeOfApi[] = [
  { kind: "organizations", id: ORGANIZATION.id },
  ...FOLDERS.map(({ id }) => ({ kind: "folders", id }) as const),
  ...PROJECTS.map(({ id }) => ({ kind: "projects", id }) as const),
];

export async function keepDemo({ engines, api, folder, log }: DemoOptions): Promise<Demo> {
  const path = join(folder, "demo.json");
  const kept = readDemo(path);
  if (kept !== undefined && (await missing(kept, api, STILL_THERE_WITHIN_MS)) === 0) {
    log(`the demo was told at ${kept.told} (npm start -- --fresh tells it anew)`);
    return kept;
  }
  if (kept !== undefined) log(`these engines do not have the demo that was told at ${kept.told}: it is told anew`);
  const config = recorderConfig({ ...logEnvironment(engines), AUDIT_PREFIX: DEFAULT_PREFIX, AUDIT_REGION: REGION });
  await using recorder = await createRecorder(config);
  const demo = await publishDemo(recorder, Date.now());
  const acknowledged = performance.now();
  writeDemo(path, demo);
  const lost = await missing(demo, api, VISIBLE_WITHIN_MS);
  if (lost > 0) throw new Error(`the API does not show ${lost} of ${demo.calls.length} demo events after a minute`);
  const seconds = ((performance.now() - acknowledged) / 1_000).toFixed(1);
  log(
    `the demo: ${demo.calls.length} events recorded through the SDKs, all there for the API to show ${seconds} s later`,
  );
  return demo;
}

/** How many of the events that are young enough and public the API still does not show when the time is up. */
async function missing(demo: Demo, api: ApiAccess, withinMs: number): Promise<number> {
  const young = ({ input }: RecordedCall) => Number(input.eventTime) > Date.now() - RETENTION_MS;
  const due = demo.calls.filter((call) => young(call) && call.input.visibility !== "PRIVATE").map(({ id }) => id);
  const deadline = performance.now() + withinMs;
  for (;;) {
    const pages = await Promise.all(DEMO_SCOPES.map((scope) => entriesOf(api, scope, Date.now(), 1_000)));
    const shown = new Set(pages.flat().map((entry) => entry["id"]));
    const count = due.filter((id) => !shown.has(id)).length;
    if (count === 0 || performance.now() > deadline) return count;
    await sleep(ASK_EVERY_MS);
  }
}
