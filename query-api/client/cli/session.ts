// What every command works with: the profile that is in use, the client it makes, and how to print.
import { createClient, type AuditLogClient, type Question } from "../src/index.ts";
import { DEFAULT_PROFILE, readProfile, type Profile } from "./config/profiles.ts";
import { NotLoggedIn, UsageError } from "./exit.ts";
import { styles, type Styles } from "./output/style.ts";
import { scopeOfFlags, type ScopeFlags } from "./question/question.ts";
import type { Out, Surroundings } from "./surroundings.ts";

export const outputs = ["table", "json", "csv", "ndjson"] as const;
export type Output = (typeof outputs)[number];

export interface GlobalFlags {
  readonly output?: Output;
  readonly utc?: boolean;
  readonly profile?: string;
  readonly color?: boolean;
}

export interface Session {
  readonly surroundings: Surroundings;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly utc: boolean;
  readonly output: Output;
  readonly style: Styles;
  readonly profileName: string;
  readonly profile: Profile;
  /** Of the environment, else of the profile. */
  readonly url: string | undefined;
  readonly token: string | undefined;
  /** Throws NotLoggedIn. */
  client(): AuditLogClient;
  /** Throws UsageError where nothing says whose entries. */
  scopeOf(flags: ScopeFlags): Pick<Question, "scope" | "includeDescendants">;
  /** True. */
  exits(code: number): true;
}

export async function openSession(
  surroundings: Surroundings,
  flags: GlobalFlags,
  exits: (code: number) => void,
): Promise<Session> {
  const { env, stdout, stderr, signal } = surroundings;
  // One moment for the whole call: "90 days until now" is then 90 days.
  const begun = surroundings.now();
  const profileName = flags.profile ?? env["AUDIT_LOG_PROFILE"] ?? DEFAULT_PROFILE;
  const profile = await readProfile(surroundings, profileName);
  const url = env["AUDIT_LOG_URL"] ?? profile.url;
  const token = env["AUDIT_LOG_TOKEN"] ?? profile.token;
  const isColoured = stdout.isTerminal && flags.color !== false && (env["NO_COLOR"] ?? "") === "";
  return {
    surroundings,
    stdout,
    stderr,
    signal,
    now: () => begun,
    utc: flags.utc === true,
    output: flags.output ?? (stdout.isTerminal ? "table" : "ndjson"),
    style: styles(isColoured),
    profileName,
    profile,
    url,
    token,
    client: () => {
      if (url === undefined || token === undefined)
        throw new NotLoggedIn("You are not logged in: audit-log login --help says how.");
      return createClient({ ...surroundings.client, url, token });
    },
    scopeOf: (asked) => {
      const scope = scopeOfFlags(asked) ?? profile.scope;
      if (scope === undefined)
        throw new UsageError(
          "Whose entries? --organization ID, --folder ID or --project ID; audit-log config keeps one as the default.",
        );
      return { scope, includeDescendants: asked.below ?? (scope === profile.scope && profile.below) };
    },
    exits: (code) => {
      exits(code);
      return true;
    },
  };
}
