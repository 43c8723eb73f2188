// The file of profiles: $XDG_CONFIG_HOME/audit-log/profiles.json. It holds tokens: it is its owner's alone, and nothing of a token is printed.
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { scopeTypes, type Scope } from "../../src/index.ts";
import type { Surroundings } from "../surroundings.ts";

export interface Profile {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly scope?: Scope | undefined;
  /** Whether the scope is read with everything below it. */
  readonly below?: boolean | undefined;
}

type Profiles = Readonly<Record<string, Profile>>;

export const DEFAULT_PROFILE = "default";

export function profilesPath({ env, home }: Pick<Surroundings, "env" | "home">): string {
  const { XDG_CONFIG_HOME: given } = env;
  const folder = given === undefined || given === "" ? join(home, ".config") : given;
  return join(folder, "audit-log", "profiles.json");
}

/** Empty where there is none. Throws where the file cannot be read as what it should be. */
export async function readProfile(surroundings: Surroundings, name: string): Promise<Profile> {
  return (await readProfiles(profilesPath(surroundings)))[name] ?? {};
}

/** What is undefined is forgotten. */
export async function writeProfile(surroundings: Surroundings, name: string, profile: Profile): Promise<void> {
  const path = profilesPath(surroundings);
  const profiles = { ...(await readProfiles(path)), [name]: profile };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Whole or not at all, and never readable by others, not for a moment.
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, path);
}

async function readProfiles(path: string): Promise<Profiles> {
  const text = await readFile(path, "utf8").catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return "{}";
    throw fault;
  });
  const found: unknown = quietly(text);
  if (typeof found !== "object" || found === null)
    throw new Error(`${path} cannot be read: correct it, or remove it and log in again`);
  return Object.fromEntries(Object.entries(found).map(([name, profile]) => [name, profileIn(Object(profile))]));
}

function quietly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told with the file's path; a parser's words would show a piece of the text
  }
}

function profileIn({ url, token, scope, below }: Record<string, unknown>): Profile {
  const { type, id }: Record<string, unknown> = Object(scope);
  const scopeType = scopeTypes.find((one) => one === type);
  return {
    url: typeof url === "string" ? url : undefined,
    token: typeof token === "string" ? token : undefined,
    scope: scopeType !== undefined && typeof id === "string" ? { type: scopeType, id } : undefined,
    below: below === true,
  };
}
