// What a registry knows of a subject: its newest version and its compatibility level. For those who publish; the registry's client
// sets a level with the first version only, and never reads one.
import type { AvroRecord } from "./avro-schema.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { askRegistry, type RegistryAnswer, RegistryAway } from "./registry-http.ts";

/** FULL would refuse a new branch of the details' union, that is, every new event. */
export const LEVEL = "BACKWARD_TRANSITIVE";

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

interface Answer extends RegistryAnswer {
  asked: string;
}

async function ask(
  address: RegistryAddress,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await askRegistry(address, { method, path, ...(body === undefined ? {} : { body }) });
  return { ...answer, asked: `${method} ${path}` };
}

function expect({ status, body, asked }: Answer, wanted: number): Record<string, unknown> {
  if (status === wanted) return body;
  throw new RegistryAway(`the registry answers ${asked} with ${status}: ${text(body["message"]) ?? "no reason"}`);
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
