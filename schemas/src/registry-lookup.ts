// One look-up in the registry: the writer's schema by id. Written by hand because the registry's client has no time-out and cannot tell
// "there is no such schema" from "there is no such page", and the difference decides whether events are dead-lettered.
import type avro from "avsc";
import { compileType } from "./codec.ts";
import type { RegistryAddress } from "./registry.ts";

const TIMEOUT_MS = 5_000;
/** The registry's own code for an unknown schema id (Confluent Schema Registry API). */
const SCHEMA_NOT_FOUND = 40_403;

/** The registry says that it has no such schema: final. */
export class UnknownSchema extends Error {
  override readonly name = "UnknownSchema";
}

/** The registry has the schema, and it is none that events are written with: final. */
export class UnusableSchema extends Error {
  override readonly name = "UnusableSchema";
}

/** The registry did not answer as a registry does: nothing is decided, ask again later. */
export class RegistryAway extends Error {
  override readonly name = "RegistryAway";
}

/** Throws one of the three. */
export async function fetchType({ url, username, password }: RegistryAddress, id: number): Promise<avro.Type> {
  const login = Buffer.from(`${username ?? ""}:${password ?? ""}`).toString("base64");
  const headers: Record<string, string> = username === undefined ? {} : { authorization: `Basic ${login}` };
  const { status, body } = await ask(`${url}/schemas/ids/${id}`, headers);
  if (status === 404 && body["error_code"] === SCHEMA_NOT_FOUND)
    throw new UnknownSchema(`schema id ${id} is not registered`);
  const schema = body["schema"];
  if (status !== 200 || typeof schema !== "string")
    throw new RegistryAway(`the registry answered ${status} for schema id ${id}`);
  if ((body["schemaType"] ?? "AVRO") !== "AVRO") throw new UnusableSchema(`schema ${id} is not Avro`);
  try {
    return compileType(JSON.parse(schema));
  } catch (cause) {
    throw new UnusableSchema(`schema ${id} is not valid Avro`, { cause });
  }
}

async function ask(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await response.json();
    return { status: response.status, body: typeof body === "object" && body !== null ? { ...body } : {} };
  } catch (cause) {
    throw new RegistryAway("the registry does not answer", { cause });
  }
}
