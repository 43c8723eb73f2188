// The demo at a start: told once, kept, and waited for until the API shows all of it.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DEFAULT_PREFIX, RETENTION_MS } from "@audit-log/schemas";
import { createRecorder, recorderConfig } from "@audit-log/producer-core";
import { entriesOf, type ApiAccess, type ScopeOfApi } from "../check/read-api.ts";
import type { Engines } from "../engines/engines.ts";
import { FOLDERS, ORGANIZATION, PROJECTS } from "./cast.ts";
import { publishDemo, readDemo, writeDemo, type Demo, type RecordedCall } from "./publish-demo.ts";

export interface DemoOptions {
  engines: Engines;
  api: ApiAccess;
  folder: string;
  log: (line: string) => void;
}

const VISIBLE_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

export const DEMO_SCOPES: ScopeOfApi[] = [
  { kind: "organizations", id: ORGANIZATION.id },
  ...FOLDERS.map(({ id }) => ({ kind: "folders", id }) as const),
  ...PROJECTS.map(({ id }) => ({ kind: "projects", id }) as const),
];

export async function keepDemo({ engines, api, folder, log }: DemoOptions): Promise<Demo> {
  const path = join(folder, "demo.json");
  const kept = readDemo(path);
  if (kept !== undefined) {
    log(`the demo was told at ${kept.told} (npm start -- --fresh tells it anew)`);
    return kept;
  }
  const config = recorderConfig({
    KAFKA_BROKERS: engines.kafkaBrokers.join(","),
    SCHEMA_REGISTRY_URL: engines.registryUrl,
    AUDIT_PREFIX: DEFAULT_PREFIX,
    AUDIT_REGION: "eu01",
  });
  await using recorder = await createRecorder(config);
  const demo = await publishDemo(recorder, Date.now());
  const acknowledged = performance.now();
  writeDemo(path, demo);
  await visible(demo, api);
  const seconds = ((performance.now() - acknowledged) / 1_000).toFixed(1);
  log(
    `the demo: ${demo.calls.length} events recorded through the SDKs, all there for the API to show ${seconds} s later`,
  );
  return demo;
}

/** Until the API shows as many entries as are young enough; throws after a minute. */
async function visible(demo: Demo, api: ApiAccess): Promise<void> {
  const young = ({ input }: RecordedCall) => Number(input.eventTime) > Date.now() - RETENTION_MS;
  const due = demo.calls.filter((call) => young(call) && call.input.visibility !== "PRIVATE").map(({ id }) => id);
  const deadline = performance.now() + VISIBLE_WITHIN_MS;
  for (;;) {
    const pages = await Promise.all(DEMO_SCOPES.map((scope) => entriesOf(api, scope, Date.now(), 1_000)));
    const shown = new Set(pages.flat().map((entry) => entry["id"]));
    const missing = due.filter((id) => !shown.has(id)).length;
    if (missing === 0) return;
    if (performance.now() > deadline)
      throw new Error(`the API does not show ${missing} of ${due.length} demo events after a minute`);
    await sleep(ASK_EVERY_MS);
  }
}
