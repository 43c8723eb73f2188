// Ids of the domains' schemas in the registry, each asked for once; a failure is not remembered.
import { type DomainName, domainSchemas, type Registry, subjectOf, UnknownSchema } from "@audit-log/schemas";
import { within } from "../wait/within.ts";

/** A domain's schema, as this version of the SDK has it, is not in the registry. */
export class SchemaNotPublished extends Error {
  override readonly name = "SchemaNotPublished";

  constructor(domain: DomainName, cause: unknown) {
    super(`the schema of domain "${domain}" is not in the registry: publish it with \`npm run schemas:publish\``, {
      cause,
    });
  }
}

export type SchemaIdOf = (domain: DomainName) => Promise<number>;

/** Throws SchemaNotPublished, or what the network threw. */
export function schemaIds(registry: Pick<Registry, "idOf">, prefix: string): SchemaIdOf {
  const known = new Map<DomainName, Promise<number>>();
  return (domain) => {
    const id = known.get(domain) ?? lookUp(registry, domain, prefix);
    known.set(domain, id);
    id.catch(() => known.delete(domain));
    return id;
  };
}

async function lookUp(registry: Pick<Registry, "idOf">, domain: DomainName, prefix: string): Promise<number> {
  const schema = domainSchemas[domain];
  if (schema === undefined) throw new Error(`domain "${domain}" has no events`);
  try {
    return await registry.idOf(subjectOf(domain, prefix), schema);
  } catch (cause) {
    throw cause instanceof UnknownSchema ? new SchemaNotPublished(domain, cause) : cause;
  }
}

/** Throws SchemaNotPublished; a registry that is away, or silent for so long, is no reason to stop a service. */
export async function requirePublished(
  domains: readonly DomainName[],
  schemaIdOf: SchemaIdOf,
  timeoutMs: number,
): Promise<void> {
  const answers = domains.map((domain) => within(timeoutMs, schemaIdOf(domain), "no answer from the registry"));
  for (const answer of await Promise.allSettled(answers))
    if (answer.status === "rejected" && answer.reason instanceof SchemaNotPublished) throw answer.reason;
}
