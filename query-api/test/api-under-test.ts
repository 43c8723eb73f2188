// The same wiring as main, on a store in memory, a clock that stands still and an issuer in this process.
import { pino } from "pino";
import { buildApi, claimsAuthorizer, createMetrics, type ApiDependencies } from "../src/index.ts";
import { exampleEmail, exampleRow } from "../src/entries/example-row.ts";
import { memoryEmails, type MemoryEmails } from "../src/emails/memory-emails.ts";
import { memoryExportStore } from "../src/export/store/memory-export-store.ts";
import { memoryHierarchy, type MemoryHierarchy } from "../src/hierarchy/memory-hierarchy.ts";
import { memoryInsightRows } from "../src/insights/insight-rows.ts";
import { initiatorOf } from "../src/query/entry-row.ts";
import { memoryRecording, type MemoryRecording } from "../src/recording/memory-recording.ts";
import { memoryFeed, type MemoryFeed } from "../src/store/memory-feed.ts";
import { TAIL_PACE } from "../src/routes/feed/tail.ts";
import { memoryStore, type MemoryStore } from "../src/store/memory-store.ts";
import { memorySummaries } from "../src/summary/memory-summaries.ts";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer } from "./issuer.ts";
import { FOLDER, ORGANIZATION, PROJECT } from "./rows.ts";

export const NOW = Date.parse("2026-03-21T12:00:00.000Z");

const JSON_TYPE = /^application\/(problem\+)?json(;|$)/;

export const READER_ROLES = [
  { scopeType: "project", scopeId: PROJECT, role: "reader" },
  { scopeType: "folder", scopeId: FOLDER, role: "reader" },
  { scopeType: "organization", scopeId: ORGANIZATION, role: "reader" },
];

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  /** undefined where the answer is no JSON. */
  body: unknown;
  text: string;
}

export interface ApiUnderTest extends AsyncDisposable {
  store: MemoryStore;
  /** Everything received before the clock's moment is settled; a test may tell more. */
  feed: MemoryFeed;
  /** That of the example row's initiator is told. */
  emails: MemoryEmails;
  hierarchy: MemoryHierarchy;
  /** What was recorded about readers. */
  recording: MemoryRecording;
  issuer: TestIssuer;
  /** Of a tail, as far as it was settled for the first time. With the reader's token, unless `authorization` is given; null sends none. */
  get(url: string, authorization?: string | null, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  log: () => string;
  /** The address on which it answers from now on. */
  listen(): Promise<string>;
}

export async function apiUnderTest(
  overrides: Partial<ApiDependencies> = {},
  portalFolder?: string,
  mostRequests = 1_000_000,
): Promise<ApiUnderTest> {
  const now = overrides.now ?? (() => NOW);
  const issuer = await createIssuer(now);
  const emails = memoryEmails();
  emails.tell(initiatorOf(exampleRow), exampleEmail);
  const hierarchy = memoryHierarchy();
  const store = memoryStore({ now, emails, hierarchy });
  const feed = memoryFeed(store, { now, emails, hierarchy });
  // All that was received until now is stored.
  feed.tell({ domain: "membership", settledUntil: now(), waitingSince: 0 });
  const recording = memoryRecording();
  const lines: string[] = [];
  const app = await buildApi({
    store,
    summaries: memorySummaries(store),
    insightRows: memoryInsightRows(),
    feed,
    exports: memoryExportStore(overrides.store ?? store),
    emails,
    hierarchy,
    keySet: issuer.keySet,
    authorizer: claimsAuthorizer,
    recording,
    metrics: createMetrics(),
    logger: pino({ level: "debug" }, { write: (line) => void lines.push(line) }),
    now,
    tailPace: { ...TAIL_PACE, pollMs: 5 },
    config: {
      issuer: ISSUER,
      audience: AUDIENCE,
      cursorSecret: "k".repeat(32),
      mostRequests,
      mostDelayMs: 0,
      refusalMs: 0,
      portalFolder,
    },
    ...overrides,
  });
  let address: Promise<string> | undefined;
  const listening = () => (address ??= app.listen({ host: "127.0.0.1", port: 0 }));
  const reader = `Bearer ${await issuer.token({ roles: READER_ROLES })}`;
  return {
    store,
    feed,
    emails,
    hierarchy,
    recording,
    issuer,
    log: () => lines.join(""),
    listen: listening,
    get: async (url, authorization = reader, given = {}) => {
      const headers = authorization === null ? given : { ...given, authorization };
      if (/\/tail(\?|$)/.test(url)) return readTail(`${await listening()}${url}`, headers);
      const answer = await app.inject({ url, headers });
      const isJson = JSON_TYPE.test(String(answer.headers["content-type"]));
      const body: unknown = isJson && answer.body !== "" ? answer.json() : undefined;
      return { status: answer.statusCode, headers: answer.headers, body, text: answer.body };
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}

/** A tail as far as it says for the first time that it is settled; then we hang up. Over a real connection: there is no other that breaks. */
async function readTail(url: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(url, { headers });
  let text = "";
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes("event: settled\n")) break;
  }
  const isJson = JSON_TYPE.test(answer.headers.get("content-type") ?? "");
  const body: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body, text };
}
