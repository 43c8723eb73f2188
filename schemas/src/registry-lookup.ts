// One look-up in the registry: the writer's schema by id. Written by hand because the registry's client has no time-out and cannot tell
// "there is no such schema" from "there is no such page", and the difference decides whether events are dead-lettered.
import http from "node:http";
import https, { type Agent } from "node:https";
import type avro from "avsc";
import { compileType } from "./codec.ts";
import { agentOf, authorizationOf, type RegistryAddress } from "./registry-address.ts";

const TIMEOUT_MS = 5_000;
const MAX_BODY_BYTES = 16 * 1024 * 1024;
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
export async function fetchType(address: RegistryAddress, id: number, agent?: Agent): Promise<avro.Type> {
  const { status, body } = await ask(`${address.url}/schemas/ids/${id}`, authorizationOf(address), agent);
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

/** The status of an answer to a question that needs no schema; throws RegistryAway where there is no answer in JSON. */
export async function registryStatus(address: RegistryAddress): Promise<number> {
  const { status } = await ask(`${address.url}/subjects`, authorizationOf(address), agentOf(address));
  return status;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** node:https rather than fetch, which takes no certificates of one's own. */
async function ask(url: string, headers: Record<string, string>, agent: Agent | undefined): Promise<Answer> {
  try {
    const get = url.startsWith("https:") ? https.get : http.get;
    const request = get(url, { headers, agent, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.once("response", resolve).once("error", reject);
    });
    const body: unknown = JSON.parse(await bounded(response));
    return { status: response.statusCode ?? 0, body: typeof body === "object" && body !== null ? { ...body } : {} };
  } catch (cause) {
    throw new RegistryAway("the registry does not answer", { cause });
  }
}

async function bounded(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error("the answer is larger than any schema");
  }
  return Buffer.concat(chunks).toString("utf8");
}
