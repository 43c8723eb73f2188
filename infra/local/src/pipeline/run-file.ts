// `.local/run.json`: where everything is, for scripts and for people. Readable by its owner only, for it holds tokens.
import { writeFileSync } from "node:fs";
import { CHECKOUT, FOLDERS, ORGANIZATION, OTHER_ORGANIZATION_ID, PROJECTS, SHOP } from "../demo/cast.ts";
import type { Engines } from "../engines/engines.ts";
import type { Issuer } from "../issuer/issuer.ts";

export interface Tokens {
  /** May read the demo's organization, folders and projects. */
  auditor: string;
  /** A valid token of another customer. */
  other: string;
}

export interface RunFile {
  api: string;
  portal: string;
  /** host:port, comma-separated. */
  kafka: string;
  registry: string;
  clickhouse: string;
  tokens: Tokens;
  organizationId: string;
  folderId: string;
  projectId: string;
}

const LIFETIME_S = 30 * 24 * 3_600;
const ROLE = "audit-log.reader";

export async function mintTokens(issuer: Issuer): Promise<Tokens> {
  const scopes = [
    { scopeType: "organization", scopeId: ORGANIZATION.id },
    ...FOLDERS.map(({ id }) => ({ scopeType: "folder", scopeId: id }) as const),
    ...PROJECTS.map(({ id }) => ({ scopeType: "project", scopeId: id }) as const),
  ] as const;
  const [auditor, other] = await Promise.all([
    issuer.mint({
      subject: "auditor",
      email: "auditor@acme.example",
      roles: scopes.map((scope) => ({ ...scope, role: ROLE })),
      lifetimeSeconds: LIFETIME_S,
    }),
    issuer.mint({
      subject: "other",
      email: "auditor@other.example",
      roles: [{ scopeType: "organization", scopeId: OTHER_ORGANIZATION_ID, role: ROLE }],
      lifetimeSeconds: LIFETIME_S,
    }),
  ]);
  return { auditor, other };
}

export function writeRunFile(
  path: string,
  { engines, api, tokens }: { engines: Engines; api: string; tokens: Tokens },
): RunFile {
  const run: RunFile = {
    api,
    portal: `${api}/portal/`,
    kafka: engines.kafka.brokers.join(","),
    registry: engines.registry.url,
    clickhouse: engines.clickhouse.url,
    tokens,
    organizationId: ORGANIZATION.id,
    folderId: SHOP.id,
    projectId: CHECKOUT.id,
  };
  writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  return run;
}
