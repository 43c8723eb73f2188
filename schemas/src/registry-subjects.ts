// What a registry knows of a subject: its newest version and its compatibility level. For those who publish; the registry's client
// sets a level with the first version only, and never reads one.
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import type { AvroRecord } from "./avro-schema.ts";
import { agentOf, authorizationOf, type RegistryAddress } from "./registry-address.ts";
import { RegistryAway } from "./registry-lookup.ts";

/** FULL would refuse a new branch of the details' union, that is, every new event. */
export const LEVEL = "BACKWARD_TRANSITIVE";
const TIMEOUT_MS = 5_000;

export interface RegistrySubjects {
  /** Number of the newest version; undefined where the subject has none. Throws RegistryAway. */
  newest(subject: string): Promise<number | undefined>;
  /** The version that this schema is, as the registry compares schemas; undefined where it is none. Throws RegistryAway. */
  versionOf(subject: string, schema: AvroRecord): Promise<number | undefined>;
  /** The level that holds for the subject, its own or the registry's. Throws RegistryAway. */
  level(subject: string): Promise<string | undefined>;
  /** Sets LEVEL and reads it back. Throws RegistryAway where it does not hold afterwards. */
  setLevel(subject: string): Promise<void>;
}

export function registrySubjects(address: RegistryAddress): RegistrySubjects {
  const level = async (subject: string): Promise<string | undefined> => {
    const own = await ask(address, "GET", `/config/${subject}`);
    if (own.status === 200) return text(own.body["compatibilityLevel"])?.toUpperCase();
    const everybodys = expect(await ask(address, "GET", "/config"), 200);
    return text(everybodys["compatibilityLevel"])?.toUpperCase();
  };
  return {
    level,
    newest: async (subject) => versionIn(await ask(address, "GET", `/subjects/${subject}/versions/latest`)),
    versionOf: async (subject, schema) =>
      versionIn(await ask(address, "POST", `/subjects/${subject}`, { schema: JSON.stringify(schema) })),
    async setLevel(subject) {
      if ((await level(subject)) === LEVEL) return;
      expect(await ask(address, "PUT", `/config/${subject}`, { compatibility: LEVEL }), 200);
      const now = await level(subject);
      if (now !== LEVEL)
        throw new RegistryAway(`${subject}: the registry took ${LEVEL} and answers ${now ?? "nothing"}`);
    },
  };
}

/** 404: no such subject, or no such schema under it. */
const versionIn = (answer: Answer): number | undefined =>
  answer.status === 404 ? undefined : Number(expect(answer, 200)["version"]);

interface Answer {
  status: number;
  body: Record<string, unknown>;
  asked: string;
}

async function ask(
  address: RegistryAddress,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object,
): Promise<Answer> {
  const asked = `${method} ${path}`;
  try {
    const { request } = address.url.startsWith("https:") ? https : http;
    const headers = { ...authorizationOf(address), "content-type": "application/vnd.schemaregistry.v1+json" };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const call = request(address.url + path, { method, headers, signal, agent: agentOf(address) });
    call.end(body === undefined ? undefined : JSON.stringify(body));
    const [response] = await once(call, "response");
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const said: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const known = typeof said === "object" && said !== null ? { ...said } : {};
    return { status: Number(response.statusCode), body: known, asked };
  } catch (cause) {
    throw new RegistryAway(`the registry does not answer ${asked}`, { cause });
  }
}

function expect({ status, body, asked }: Answer, wanted: number): Record<string, unknown> {
  if (status === wanted) return body;
  throw new RegistryAway(`the registry answers ${asked} with ${status}: ${text(body["message"]) ?? "no reason"}`);
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
