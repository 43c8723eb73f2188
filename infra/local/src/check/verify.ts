// Holds what the API shows against what was recorded: every event exactly once, every field equal, nothing for another customer.
import { productServices, RETENTION_MS } from "@audit-log/schemas";
import type { RecordedCall } from "../demo/publish-demo.ts";
import { differences } from "./differences.ts";
import { expectedEntry, expectedPublishedEntry, type Json } from "./expected-entry.ts";
import { latestEmails } from "./latest-emails.ts";
import { entriesOf, get, publishedEntriesOf, type ApiAccess, type ScopeOfApi } from "./read-api.ts";

export interface Verdict {
  events: number;
  /** The product's services, and how many of them were found: shown by both versions of the API. The audit log's own is not among them. */
  services: { all: number; found: number };
  /** One sentence per fault; empty where all is well. */
  faults: string[];
}

const KINDS = { ORGANIZATION: "organizations", FOLDER: "folders", PROJECT: "projects" } as const;

/** `other`: a valid token of another customer. */
export async function verify(
  calls: readonly RecordedCall[],
  api: ApiAccess,
  other: string,
  now: number,
): Promise<Verdict> {
  const faults: string[] = [];
  const services = { v3: new Set<unknown>(), v2: new Set<unknown>() };
  const emailOf = latestEmails(calls);
  const byScope = Map.groupBy(calls, ({ input }) => `${KINDS[input.scope.type]}/${input.scope.id}`);
  for (const ofScope of byScope.values()) {
    const scope = scopeOf(ofScope);
    // In this order: reading is recorded, so a scope has more entries after each read, and v3 must know all that v2 showed before.
    const published = await publishedEntriesOf(api, scope, now);
    const whole = await entriesOf(api, scope, now);
    for (const entry of whole) services.v3.add(entry["eventSource"]);
    for (const entry of published) services.v2.add(entry["eventSource"]);
    for (const call of ofScope) {
      faults.push(...compare(call, whole, expectedEntry(call, emailOf), ["receivedTimeStamp", "producer"], now, "v3"));
      faults.push(...compare(call, published, expectedPublishedEntry(call, emailOf), ["receivedTimeStamp"], now, "v2"));
    }
    faults.push(...unknownTo(whole, published), ...strangers(scope, whole), ...(await hiddenFrom(other, api, scope)));
  }
  const all = productServices();
  const missing = all.filter((service) => !services.v3.has(service) || !services.v2.has(service));
  if (missing.length > 0) faults.unshift(`services of which the API shows nothing: ${missing.join(", ")}`);
  return { events: calls.length, services: { all: all.length, found: all.length - missing.length }, faults };
}

function scopeOf([call]: readonly RecordedCall[]): ScopeOfApi {
  if (call === undefined) throw new Error("a scope without events");
  return { kind: KINDS[call.input.scope.type], id: call.input.scope.id };
}

function compare(
  call: RecordedCall,
  entries: readonly Json[],
  expected: Json,
  pipelineOnly: string[],
  now: number,
  version: string,
): string[] {
  const found = entries.filter((entry) => entry["id"] === call.id);
  const title = `${version} ${call.name} ${call.id}`;
  const why = hiddenBecause(call, now);
  if (why !== undefined) return found.length === 0 ? [] : [`${title}: is shown although it ${why}`];
  const [entry] = found;
  if (entry === undefined || found.length > 1) return [`${title}: is shown ${found.length} times`];
  const missing = pipelineOnly.filter((name) => entry[name] === undefined).map((name) => `${title}: has no ${name}`);
  const visible = Object.fromEntries(Object.entries(entry).filter(([name]) => !pipelineOnly.includes(name)));
  return [...missing, ...differences(expected, visible).map((difference) => `${title}: ${difference}`)];
}

/** The published entry does not say its scope: v2 may show nothing that v3 does not show of the scope. */
function unknownTo(whole: readonly Json[], published: readonly Json[]): string[] {
  const known = new Set(whole.map((entry) => entry["id"]));
  return published.flatMap(({ id }) =>
    known.has(id) ? [] : [`v2 shows ${String(id)}, which v3 does not show of the scope`],
  );
}

/** Why nobody may see the event; undefined where it must be shown. */
function hiddenBecause({ input }: RecordedCall, now: number): string | undefined {
  if (input.visibility === "PRIVATE") return "is private";
  return Number(input.eventTime) < now - RETENTION_MS ? "is older than 90 days" : undefined;
}

/** Entries that are shown and must not be: of another scope, or for the platform's operators only. */
function strangers({ id }: ScopeOfApi, entries: readonly Json[]): string[] {
  return entries.flatMap((entry) => {
    const belongs = Object(entry["scope"]).id === id && entry["visibility"] === "PUBLIC";
    return belongs ? [] : [`${id} shows ${String(entry["id"])}, which is not its own or not public`];
  });
}

async function hiddenFrom(other: string, api: ApiAccess, { kind, id }: ScopeOfApi): Promise<string[]> {
  const paths = [`/v2/${kind}/${id}`, `/v3/${kind}/${id}/entries`];
  const answers = await Promise.all(paths.map((path) => get({ ...api, token: other }, path)));
  return answers.flatMap((answer, index) =>
    answer.status === 404 ? [] : [`${paths[index]}: another customer was answered ${answer.status}`],
  );
}
