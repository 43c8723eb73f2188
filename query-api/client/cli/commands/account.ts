// login, logout, whoami and config: which audit log, as whom, and whose entries by default.
import type { Command } from "commander";
import { createClient, type Scope } from "../../src/index.ts";
import { profilesPath, writeProfile, type Profile } from "../config/profiles.ts";
import { claimsOf, readAll, readText, tokenIn } from "../config/token.ts";
import { NotLoggedIn, UsageError } from "../exit.ts";
import { harmless } from "../output/harmless.ts";
import { printJson } from "../output/print-value.ts";
import { timeText } from "../output/time.ts";
import { scopeOfFlags, withScope, type ScopeFlags } from "../question/question.ts";
import type { Session } from "../session.ts";
import { examples, type Register } from "./command.ts";

interface LoginFlags extends ScopeFlags {
  readonly url?: string;
  readonly tokenFile?: string;
  readonly runFile?: string;
  readonly as: string;
  readonly allowHttp?: boolean;
}

export const login: Register = (program, run) => {
  const command: Command = program
    .command("login")
    .description("keep the audit log's address and your token, for the commands that follow")
    .option("--url <url>", "of the audit log")
    .option("--token-file <file>", "the token is in this file (default: it comes on standard input)")
    .option("--run-file <file>", "address, token and organization of an audit log that runs here: .local/run.json")
    .option("--as <name>", "whose token of the run file: auditor, operator, other", "auditor")
    .option("--allow-http", "send the token without TLS to another machine");
  withScope(command)
    .addHelpText(
      "after",
      examples(
        ["the token of standard input", "audit-log login --url https://audit-log.example.com < token.txt"],
        ["what `npm start` runs here", "audit-log login --run-file .local/run.json --as auditor"],
      ),
    )
    .action((flags: LoginFlags) =>
      run(command, async (session) => {
        const profile =
          flags.runFile === undefined ? await asked(session, flags) : await fromRunFile(flags.runFile, flags.as);
        const url = checkedUrl(profile.url, flags.allowHttp === true);
        const scope = scopeOfFlags(flags) ?? profile.scope;
        const below = flags.below ?? profile.below;
        await createClient({ ...session.surroundings.client, url, token: profile.token }).catalogue(session.signal);
        await writeProfile(session.surroundings, session.profileName, { url, token: profile.token, scope, below });
        const { subject, email, expires } = claimsOf(profile.token);
        const until = expires === undefined ? "" : `, until ${timeText(new Date(expires).toISOString(), session.utc)}`;
        await session.stdout.write(
          `Logged in to ${url} as ${harmless(email ?? subject)}${until}.\n${scopeLine({ scope, below })}`,
        );
      }),
    );
};

interface Entrance extends Profile {
  readonly token: string;
}

async function asked({ surroundings, url, profile, stderr }: Session, flags: LoginFlags): Promise<Entrance> {
  const { tokenFile } = flags;
  if (tokenFile === undefined && surroundings.stdin.isTerminal)
    throw new UsageError(
      "The token comes on standard input, so that it is not seen: audit-log login --url URL < token.txt",
    );
  const text = tokenFile === undefined ? await readAll(surroundings.stdin) : await readText(tokenFile);
  const token = tokenIn(text, tokenFile ?? "standard input");
  if (flags.url === undefined && url !== undefined) await stderr.write(`The address stays ${url}.\n`);
  return { url: flags.url ?? url, token, scope: profile.scope, below: profile.below };
}

async function fromRunFile(path: string, as: string): Promise<Entrance> {
  const found: { api?: string; organizationId?: string; tokens?: Record<string, string> } = JSON.parse(
    await readText(path),
  );
  const token = found.tokens?.[as];
  if (token === undefined)
    throw new UsageError(`${path} has no token of ${as}, but of ${Object.keys(found.tokens ?? {}).join(", ")}`);
  const scope: Scope | undefined =
    found.organizationId === undefined ? undefined : { type: "organization", id: found.organizationId };
  return { url: found.api, token: tokenIn(token, path), scope, below: scope !== undefined };
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function checkedUrl(text: string | undefined, allowsHttp: boolean): string {
  if (text === undefined) throw new UsageError("Which audit log? --url https://…");
  if (!URL.canParse(text)) throw new UsageError(`--url ${JSON.stringify(text)} is no URL`);
  const url = new URL(text);
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && (allowsHttp || LOOPBACK.test(url.hostname)));
  if (!isSafe) throw new UsageError("--url must be https: everybody on the way could read the token (--allow-http)");
  if (url.username !== "" || url.password !== "" || url.search !== "")
    throw new UsageError("--url is an address only: no user, password or query");
  return url.href.replace(/\/+$/, "");
}

const scopeLine = ({ scope, below }: Profile): string =>
  scope === undefined
    ? "No default scope: audit-log config --organization ID --below keeps one.\n"
    : `Reads ${scope.type} ${scope.id}${below === true ? " and what is below it" : ""}, where nothing else is asked for.\n`;

export const logout: Register = (program, run) => {
  const command = program.command("logout").description("forget the token");
  command.action(() =>
    run(command, async ({ surroundings, profileName, profile, stdout }) => {
      await writeProfile(surroundings, profileName, { ...profile, token: undefined });
      await stdout.write("The token is forgotten.\n");
    }),
  );
};

export const whoami: Register = (program, run) => {
  const command = program.command("whoami").description("whom your token names, what it may read, and until when");
  command.addHelpText("after", examples(["who am I?", "audit-log whoami"])).action(() =>
    run(command, async (session) => {
      const { token, url, profile, profileName, utc, now, stdout, output } = session;
      if (token === undefined || url === undefined)
        throw new NotLoggedIn("You are not logged in: audit-log login --help says how.");
      const { subject, email, expires, roles } = claimsOf(token);
      const until = expires === undefined ? undefined : new Date(expires).toISOString();
      if (output !== "table")
        return printJson(session, {
          profile: profileName,
          url,
          subject,
          email,
          expires: until,
          roles,
          scope: profile.scope,
          below: profile.below,
        });
      const state = expires !== undefined && expires < now() ? "expired" : "expires";
      const lines = [
        `${harmless(email ?? subject)} (${harmless(subject)}) at ${url}, profile ${profileName}`,
        ...(until === undefined ? [] : [`token ${state} ${timeText(until, utc)}`]),
        ...roles.map((role) => `  ${harmless(role)}`),
      ];
      return stdout.write(`${lines.join("\n")}\n${scopeLine(profile)}`);
    }),
  );
};

export const config: Register = (program, run) => {
  const command = program.command("config").description("show the profile, or keep whose entries are read by default");
  withScope(command)
    .addHelpText(
      "after",
      examples(
        ["what is kept", "audit-log config"],
        [
          "read an organization and all below it",
          "audit-log config --organization 2d1f0c7e-6a55-4d0b-8f0a-5e7b6c9d1a20 --below",
        ],
      ),
    )
    .action((flags: ScopeFlags) =>
      run(command, async (session) => {
        const { surroundings, profileName, profile, stdout, output } = session;
        const scope = scopeOfFlags(flags) ?? profile.scope;
        const below = flags.below ?? (scope === profile.scope && profile.below);
        const kept = { ...profile, scope, below };
        if (scope !== profile.scope || below !== profile.below) await writeProfile(surroundings, profileName, kept);
        const shown = {
          profile: profileName,
          file: profilesPath(surroundings),
          url: kept.url,
          isLoggedIn: kept.token !== undefined,
          scope,
          below,
        };
        if (output !== "table") return printJson(session, shown);
        return stdout.write(
          `profile ${profileName} in ${shown.file}\n${kept.url ?? "no address"}${shown.isLoggedIn ? "" : ", not logged in"}\n${scopeLine(kept)}`,
        );
      }),
    );
};
