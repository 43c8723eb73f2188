// Holds what the API shows against what was recorded: every event exactly once, every field equal, nothing for another customer.
import { RETENTION_MS } from "@audit-log/schemas";
import type { RecordedCall } from "../demo/publish-demo.ts";
import { differences } from "./differences.ts";
import { expectedEntry, expectedPublishedEntry, type Json } from "./expected-entry.ts";
import { entriesOf, get, publishedEntriesOf, type ApiAccess, type ScopeOfApi } from "./read-api.ts";

export interface Verdict {
  events: number;
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
  const byScope = Map.groupBy(calls, ({ input }) => `${KINDS[input.scope.type]}/${input.scope.id}`);
  for (const ofScope of byScope.values()) {
    const scope = scopeOf(ofScope);
    const whole = await entriesOf(api, scope, now);
    const published = await publishedEntriesOf(api, scope, now);
    for (const call of ofScope) {
      faults.push(...compare(call, whole, expectedEntry(call), ["receivedTimeStamp", "producer"], now, "v3"));
      faults.push(...compare(call, published, expectedPublishedEntry(call), ["receivedTimeStamp"], now, "v2"));
    }
    faults.push(...(await hiddenFrom(other, api, scope)));
  }
  return { events: calls.length, faults };
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
  const expired = Number(call.input.eventTime) < now - RETENTION_MS;
  if (expired) return found.length === 0 ? [] : [`${title}: is shown although it is older than 90 days`];
  const [entry] = found;
  if (entry === undefined || found.length > 1) return [`${title}: is shown ${found.length} times`];
  const missing = pipelineOnly.filter((name) => entry[name] === undefined).map((name) => `${title}: has no ${name}`);
  const visible = Object.fromEntries(Object.entries(entry).filter(([name]) => !pipelineOnly.includes(name)));
  return [...missing, ...differences(expected, visible).map((difference) => `${title}: ${difference}`)];
}

async function hiddenFrom(other: string, api: ApiAccess, { kind, id }: ScopeOfApi): Promise<string[]> {
  const paths = [`/v2/${kind}/${id}`, `/v3/${kind}/${id}/entries`];
  const answers = await Promise.all(paths.map((path) => get({ ...api, token: other }, path)));
  return answers.flatMap((answer, index) =>
    answer.status === 404 ? [] : [`${paths[index]}: another customer was answered ${answer.status}`],
  );
}
