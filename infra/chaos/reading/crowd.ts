// Everybody who reads: who they are, and what each of them does until the end.
import { createClient, type AuditLogClient } from "@audit-log/client";
import type { Pipeline } from "../../local/src/pipeline/start-pipeline.ts";
import { ASKERS, type Asker, type Questions } from "./question.ts";
import { download } from "./readers/download.ts";
import { followFeed, repeatFeed } from "./readers/follow-feed.ts";
import { followTail } from "./readers/follow-tail.ts";
import { pageByTime } from "./readers/page-by-time.ts";
import type { Reader } from "./readers/reader.ts";
import type { Tenants } from "./tenants.ts";

const TOKEN_SECONDS = 4 * 3_600;

export interface Access {
  readonly pipeline: Pick<Pipeline, "api" | "issuer">;
  readonly tenants: Tenants;
  /** A person may do only so much at a time: every reader is somebody else. */
  readonly name: string;
}

export async function clientsOf({ pipeline, tenants, name }: Access): Promise<Record<Asker, AuditLogClient>> {
  const { ours, theirs } = tenants;
  const onOrganization = (scopeId: string) =>
    ({ scopeType: "organization", scopeId, role: "audit-log.reader" }) as const;
  const roles = {
    auditor: onOrganization(ours.scope.id),
    other: onOrganization(theirs.scope.id),
    operator: { scopeType: "platform", role: "audit-log.operator" },
  } as const;
  const clientOf = async (asker: Asker): Promise<[Asker, AuditLogClient]> => {
    const subject = `${asker}-${name}`;
    const who = { subject, email: `${subject}@example.com`, lifetimeSeconds: TOKEN_SECONDS };
    const token = await pipeline.issuer.mint({ ...who, roles: [roles[asker]] });
    return [asker, createClient({ url: pipeline.api.url, token })];
  };
  return Object.fromEntries(await Promise.all(ASKERS.map(clientOf))) as Record<Asker, AuditLogClient>;
}

export interface Crowd {
  /** Each is followed by a reader of its own. */
  readonly feeds: readonly (keyof Questions)[];
  readonly tails: readonly (keyof Questions)[];
}

export const SMALL_CROWD: Crowd = {
  feeds: ["organization", "theirs", "operators"],
  tails: ["organization", "failures"],
};
export const LARGE_CROWD: Crowd = {
  feeds: ["organization", "folder", "failures", "theirs", "operators"],
  tails: ["organization", "project", "denied"],
};

/** Passes of every kind, and the streams of a crowd. Resolves when all have ended; rejects with the first that fails. */
export async function readAll(
  newReader: (name: string) => Promise<Reader>,
  questions: Questions,
  { feeds, tails }: Crowd,
): Promise<void> {
  const loops: Record<string, (reader: Reader) => Promise<void>> = {
    newest: (reader) => pageByTime(reader, questions, "newest-first"),
    oldest: (reader) => pageByTime(reader, questions, "oldest-first"),
    download: (reader) => download(reader, questions),
    again: (reader) => repeatFeed(reader, questions),
  };
  for (const name of feeds) loops[`feed-${name}`] = (reader) => followFeed(reader, questions[name]);
  for (const name of tails) loops[`tail-${name}`] = (reader) => followTail(reader, questions[name]);
  await Promise.all(Object.entries(loops).map(async ([name, loop]) => loop(await newReader(name))));
}
