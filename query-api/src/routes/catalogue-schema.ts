// The catalogue's shape as /openapi.json shows it, and what may be asked of it.
import type { CatalogueDocument } from "@audit-log/schemas/catalogue-document";
import { z } from "zod";

const text = (description: string) => z.string().meta({ description });

const fieldSchema = z.object({
  name: text("Path inside details: address.city, nodePools[].name"),
  type: text("In words: text, whole number, list of texts, one of A, B"),
  optional: z.boolean().meta({ description: "Whether it may be absent" }),
  about: text("Meaning"),
});

const eventSchema = z.object({
  name: text("Value of eventName"),
  domain: text("Its domain"),
  service: text("Its service"),
  record: text("Full name of the Avro record of its details"),
  sentence: text("What people read; {initiator}, {resource}, {scope} and {details.field} are filled in"),
  eventType: text("Value of eventType: ADMIN_ACTIVITY, SYSTEM_EVENT or POLICY_DENIED"),
  category: text("Value of category: ADMINISTRATIVE or ACCESS"),
  version: text("Version of its details now"),
  resourceType: text("Value of resource.type; {scope}: the type of the event's scope"),
  endOf: text(
    "The event that starts the long operation which this one ends; both have the same operationId",
  ).optional(),
  omits: z.array(z.string()).optional().meta({ description: "Parts that are never recorded" }),
  about: text("What happened"),
  owner: text("Team that records it"),
  since: text("Version in which it first appeared"),
  sdk: text("Function of the SDK that records it"),
  operations: z.array(z.string()).meta({ description: "API operations that it records: <spec> <operationId>" }),
  endedBy: text("The event that ends the long operation which this one starts").optional(),
  fields: z.array(fieldSchema).meta({ description: "Its details" }),
  example: z
    .object({ sentence: text("Its sentence, filled in"), details: z.record(z.string(), z.unknown()) })
    .optional(),
});

const domainSchema = z.object({
  name: text("Name of the domain"),
  title: text("Its display name"),
  owner: text("Team that owns it"),
  about: text("What it covers"),
  services: z.array(z.object({ name: text("Name of the service"), title: text("Its display name") })),
});

export const catalogueSchema = z
  .object({
    format: z
      .int()
      .meta({ description: "Grows when a member goes or changes its meaning; members may be added without" }),
    domains: z.array(domainSchema),
    events: z.array(eventSchema),
  })
  .meta({ id: "Catalogue" });

export interface CatalogueFilter {
  readonly domain?: string | undefined;
  readonly service?: string | undefined;
}

/** Names are checked against the catalogue: a misspelt one must not look like a service without events. */
export function filterSchema({ domains }: Pick<CatalogueDocument, "domains">): z.ZodType<CatalogueFilter> {
  const nameOf = (what: string, names: readonly string[]) =>
    z
      .string(`${what} must be given once`)
      .refine((name) => names.includes(name), `${what} must be one of ${names.join(", ")}`)
      .optional()
      .meta({ description: `Only what belongs to this ${what}`, examples: names.slice(0, 1) });
  return z.strictObject({
    domain: nameOf(
      "domain",
      domains.map(({ name }) => name),
    ),
    service: nameOf("service", domains.flatMap(({ services }) => services.map(({ name }) => name)).toSorted()),
  });
}
