// A registry of the suite's own: serves schemas by id as the Confluent API does, can be away, and counts what it is asked. Every domain's
// schema has several ids, as versions have, so that an id can be new to a worker in the middle of a round.
import { type AvroRecord, type AvroSchema, type DomainName, domainSchemas } from "@audit-log/schemas";
import { type AwayServer, awayServer } from "../away-server.ts";

export interface RegistryDouble extends AwayServer {
  readonly schemas: ReadonlyMap<number, AvroSchema>;
  /** Look-ups answered, by schema id. */
  readonly asked: Map<number, number>;
}

const VERSIONS = 3;
const STEP = 100;
/** Some record that is no event. */
export const FOREIGN_ID = 990;
/** An event's schema whose details may nest in themselves. */
export const NESTING_ID = 991;
/** A newer envelope than ours: one more optional field. */
export const NEWER_ID = 992;

const DOMAINS = Object.keys(domainSchemas) as DomainName[];

/** `version` from 0. */
export const schemaIdOf = (domain: DomainName, version = 0): number =>
  1 + DOMAINS.indexOf(domain) + (version % VERSIONS) * STEP;

export const NESTING_DOMAIN: DomainName = "membership";

export function schemaOf(domain: DomainName): AvroRecord {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`${domain} has no events`);
  return schema;
}

export async function registryDouble(): Promise<RegistryDouble> {
  const schemas = allSchemas();
  const asked = new Map<number, number>();
  const server = await awayServer((request, response) => {
    const id = Number(/^\/schemas\/ids\/(-?\d+)/.exec(request.url ?? "")?.[1]);
    asked.set(id, (asked.get(id) ?? 0) + 1);
    const schema = schemas.get(id);
    const [status, body] =
      schema === undefined
        ? [404, { error_code: 40_403, message: "Schema not found" }]
        : [200, { schema: JSON.stringify(schema) }];
    response.writeHead(status, { "content-type": "application/vnd.schemaregistry.v1+json" }).end(JSON.stringify(body));
  });
  return { ...server, schemas, asked };
}

function allSchemas(): Map<number, AvroSchema> {
  const schemas = new Map<number, AvroSchema>();
  for (const domain of DOMAINS) {
    for (let version = 0; version < VERSIONS; version++) schemas.set(schemaIdOf(domain, version), schemaOf(domain));
  }
  const { fields, ...envelope } = schemaOf(NESTING_DOMAIN);
  const nest: AvroRecord = {
    type: "record",
    name: "Nest",
    fields: [{ name: "next", type: ["null", "Nest"] }],
  };
  const withoutDetails = fields.filter(({ name }) => name !== "details");
  schemas.set(FOREIGN_ID, { type: "record", name: "Other", fields: [{ name: "text", type: "string" }] });
  schemas.set(NESTING_ID, {
    ...envelope,
    fields: [...withoutDetails, { name: "details", type: [nest] }],
  });
  schemas.set(NEWER_ID, {
    ...envelope,
    fields: [...fields, { name: "tenantHint", type: ["null", "string"], default: null }],
  });
  return schemas;
}
