// One look-up in the registry: the writer's schema by id. Whether it says "there is no such schema" or nothing that a registry says
// decides whether events are dead-lettered.
import type { Agent } from "node:https";
import type avro from "avsc";
import { compileType } from "./codec.ts";
import type { RegistryAddress } from "./registry-address.ts";
import { askRegistry, RegistryAway } from "./registry-http.ts";

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

/** Throws UnknownSchema, UnusableSchema or RegistryAway. */
export async function fetchType(address: RegistryAddress, id: number, agent?: Agent): Promise<avro.Type> {
  const { status, body } = await askRegistry(address, { path: `/schemas/ids/${id}`, agent });
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

/** The status of an answer to a question that needs no schema. Throws RegistryAway. */
export async function registryStatus(address: RegistryAddress): Promise<number> {
  const { status } = await askRegistry(address, { path: "/subjects" });
  return status;
}
