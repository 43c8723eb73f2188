// The schema registry, through its ordinary client: publishing subjects, finding ids, reading a writer's schema.
import { COMPATIBILITY, SchemaRegistry, SchemaType } from "@kafkajs/confluent-schema-registry";
import type avro from "avsc";
import type { AvroRecord, AvroSchema } from "./avro-schema.ts";
import { fixedUnions } from "./codec.ts";
import { agentOf, authorizationOf, type RegistryAddress } from "./registry-address.ts";
import { UnknownSchema, fetchType } from "./registry-lookup.ts";

export type { RegistryAddress } from "./registry-address.ts";
export { RegistryAway } from "./registry-http.ts";
export { registryStatus, UnknownSchema, UnusableSchema } from "./registry-lookup.ts";

/** FULL would refuse a new branch of the details' union, that is, every new event. */
const LEVEL = COMPATIBILITY.BACKWARD_TRANSITIVE;
const MISS_MS = 30_000;
const MAX_MISSES = 1_000;

export interface WriterSchema {
  id: number;
  type: avro.Type;
  schema: AvroSchema;
}

export interface Registry {
  /** Registers the schema where it is new and returns its id. Throws where it would break a reader. */
  publish(subject: string, schema: AvroRecord): Promise<number>;
  /** Id of exactly this schema under the subject. Throws UnknownSchema where it was never published. */
  idOf(subject: string, schema: AvroRecord): Promise<number>;
  /** Writer's schema by id, cached for ever; a miss is cached for 30 s. Throws UnknownSchema, UnusableSchema or RegistryAway. */
  writerSchema(id: number): Promise<WriterSchema>;
}

export function createRegistry(address: RegistryAddress, now: () => number = Date.now): Registry {
  const agent = agentOf(address);
  const client = new SchemaRegistry(
    {
      host: address.url,
      ...(agent === undefined ? {} : { agent }),
      middlewares: [authorized(address)],
      retry: { retries: 2, initialRetryTimeInSecs: 0.1, maxRetryTimeInSecs: 1 },
    },
    { [SchemaType.AVRO]: { typeHook: fixedUnions } },
  );
  const known = new Map<number, WriterSchema>();
  const misses = new Map<number, number>();

  async function load(id: number): Promise<WriterSchema> {
    const missed = misses.get(id);
    if (missed !== undefined && now() - missed < MISS_MS) throw new UnknownSchema(`schema id ${id} is not registered`);
    try {
      return writerSchemaOf(id, await fetchType(address, id, agent));
    } catch (cause) {
      if (!(cause instanceof UnknownSchema)) throw cause;
      if (misses.size >= MAX_MISSES) misses.clear();
      misses.set(id, now());
      throw cause;
    }
  }

  return {
    async publish(subject, schema) {
      const text = { type: SchemaType.AVRO, schema: JSON.stringify(schema) } as const;
      const { id } = await client.register(text, { subject, compatibility: LEVEL });
      return id;
    },
    async idOf(subject, schema) {
      try {
        return await client.getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema: JSON.stringify(schema) });
      } catch (cause) {
        if (!isUnknown(cause)) throw cause;
        throw new UnknownSchema(`this version's schema was never published under ${subject}`, { cause });
      }
    },
    async writerSchema(id) {
      const found = known.get(id) ?? (await load(id));
      known.set(id, found);
      return found;
    },
  };
}

type Middleware = NonNullable<ConstructorParameters<typeof SchemaRegistry>[0]["middlewares"]>[number];

/** The client itself knows users only, and no tokens. */
const authorized =
  (address: RegistryAddress): Middleware =>
  () => ({
    prepareRequest: async (next) => (await next()).enhance({ headers: authorizationOf(address) }),
  });

/** The schema as avsc exports it from the very type that decodes, so that whoever walks the bytes agrees with the type. */
export function writerSchemaOf(id: number, type: avro.Type): WriterSchema {
  return { id, type, schema: JSON.parse(JSON.stringify(type.schema({ exportAttrs: true }))) };
}

/** The client keeps no status of a look-up's 404, only an error of its own; every other fault is the response itself. */
const isUnknown = (cause: unknown): boolean =>
  statusOf(cause) === 404 || (cause instanceof Error && cause.name === "ConfluentSchemaRegistryError");

function statusOf(cause: unknown): number | undefined {
  if (typeof cause !== "object" || cause === null || !("status" in cause)) return undefined;
  return typeof cause.status === "number" ? cause.status : undefined;
}
