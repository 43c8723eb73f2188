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
  /** Reads every scope, and PRIVATE events. */
  operator: string;
  /** The auditor's, run out an hour ago: refused. */
  expired: string;
  /** The auditor's, for another service: refused. */
  wrongAudience: string;
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
const HOUR_S = 3_600;
const ROLE = "audit-log.reader";
const OPERATOR_ROLE = "audit-log.operator";

export async function mintTokens(issuer: Issuer): Promise<Tokens> {
  const scopes = [
    { scopeType: "organization", scopeId: ORGANIZATION.id },
    ...FOLDERS.map(({ id }) => ({ scopeType: "folder", scopeId: id }) as const),
    ...PROJECTS.map(({ id }) => ({ scopeType: "project", scopeId: id }) as const),
  ] as const;
  const ofAuditor = {
    subject: "auditor",
    email: "auditor@acme.example",
    roles: scopes.map((scope) => ({ ...scope, role: ROLE })),
    lifetimeSeconds: LIFETIME_S,
  };
  const [auditor, other, operator, expired, wrongAudience] = await Promise.all([
    issuer.mint(ofAuditor),
    issuer.mint({
      subject: "other",
      email: "auditor@other.example",
      roles: [{ scopeType: "organization", scopeId: OTHER_ORGANIZATION_ID, role: ROLE }],
      lifetimeSeconds: LIFETIME_S,
    }),
    issuer.mint({
      subject: "operator",
      email: "operator@platform.example",
      roles: [{ scopeType: "platform", role: OPERATOR_ROLE }],
      lifetimeSeconds: LIFETIME_S,
    }),
    issuer.mint({ ...ofAuditor, lifetimeSeconds: -HOUR_S }),
    issuer.mint({ ...ofAuditor, audience: `not-${issuer.audience}` }),
  ]);
  return { auditor, other, operator, expired, wrongAudience };
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
