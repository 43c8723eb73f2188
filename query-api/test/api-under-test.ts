// The same wiring as main, on a store in memory, a clock that stands still and an issuer in this process.
import { pino } from "pino";
import { buildApi, claimsAuthorizer, createMetrics, type ApiDependencies } from "../src/index.ts";
import { exampleEmail, exampleRow } from "../src/entries/example-row.ts";
import { memoryEmails, type MemoryEmails } from "../src/emails/memory-emails.ts";
import { memoryExportStore } from "../src/export/store/memory-export-store.ts";
import { memoryHierarchy, type MemoryHierarchy } from "../src/hierarchy/memory-hierarchy.ts";
import { initiatorOf } from "../src/query/entry-row.ts";
import { memoryRecording, type MemoryRecording } from "../src/recording/memory-recording.ts";
import { memoryStore, type MemoryStore } from "../src/store/memory-store.ts";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer } from "./issuer.ts";
import { FOLDER, ORGANIZATION, PROJECT } from "./rows.ts";

export const NOW = Date.parse("2026-03-21T12:00:00.000Z");

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
  /** That of the example row's initiator is told. */
  emails: MemoryEmails;
  hierarchy: MemoryHierarchy;
  /** What was recorded about readers. */
  recording: MemoryRecording;
  issuer: TestIssuer;
  /** With the reader's token, unless `authorization` is given; null sends none. */
  get(url: string, authorization?: string | null): Promise<Answer>;
  log: () => string;
  /** The address on which it answers from now on. */
  listen(): Promise<string>;
}

export async function apiUnderTest(
  overrides: Partial<ApiDependencies> = {},
  portalFolder?: string,
): Promise<ApiUnderTest> {
  const now = overrides.now ?? (() => NOW);
  const issuer = await createIssuer(now);
  const emails = memoryEmails();
  emails.tell(initiatorOf(exampleRow), exampleEmail);
  const hierarchy = memoryHierarchy();
  const store = memoryStore({ now, emails, hierarchy });
  const recording = memoryRecording();
  const lines: string[] = [];
  const app = await buildApi({
    store,
    exports: memoryExportStore(overrides.store ?? store),
    emails,
    hierarchy,
    keySet: issuer.keySet,
    authorizer: claimsAuthorizer,
    recording,
    metrics: createMetrics(),
    logger: pino({ level: "debug" }, { write: (line) => void lines.push(line) }),
    now,
    config: { issuer: ISSUER, audience: AUDIENCE, cursorSecret: "k".repeat(32), portalFolder },
    ...overrides,
  });
  const reader = `Bearer ${await issuer.token({ roles: READER_ROLES })}`;
  return {
    store,
    emails,
    hierarchy,
    recording,
    issuer,
    log: () => lines.join(""),
    listen: () => app.listen({ host: "127.0.0.1", port: 0 }),
    get: async (url, authorization = reader) => {
      const answer = await app.inject({ url, headers: authorization === null ? {} : { authorization } });
      const isJson = String(answer.headers["content-type"]).startsWith("application/json");
      const body: unknown = isJson && answer.body !== "" ? answer.json() : undefined;
      return { status: answer.statusCode, headers: answer.headers, body, text: answer.body };
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
}
