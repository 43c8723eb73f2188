// GET /v3/catalogue: all domains and events. Public documentation, so nobody has to sign in.
import { domains, events } from "@audit-log/schemas";
import type { FastifyInstance } from "fastify";
import { z } from "zod";

const text = (description: string) => z.string().meta({ description });

const catalogueSchema = z
  .object({
    domains: z.array(
      z.object({
        name: text("Name of the domain"),
        title: text("Its display name"),
        owner: text("Team that owns it"),
        about: text("What it covers"),
        services: z.array(z.object({ name: text("Name of the service"), title: text("Its display name") })),
      }),
    ),
    events: z.array(
      z.object({
        name: text("Value of eventName"),
        domain: text("Its domain"),
        service: text("Its service"),
        record: text("Full name of the Avro record of its details"),
        about: text("When it is recorded"),
        sentence: text("What people read; {initiator}, {resource}, {scope} and {details.field} are filled in"),
        eventType: text("Value of eventType"),
        category: text("Value of category"),
        owner: text("Team that records it"),
        since: text("Version in which it first appeared"),
        version: text("Version of its details now"),
        resourceType: text("Value of resource.type; {scope}: the type of the event's scope"),
        operations: z.array(z.string()).meta({ description: "API operations that it records" }),
        fields: z
          .array(
            z.object({
              name: text("Name"),
              about: text("Meaning"),
              optional: z.boolean().meta({ description: "Whether it may be absent" }),
            }),
          )
          .meta({ description: "Its details" }),
      }),
    ),
  })
  .meta({ id: "Catalogue" });

export function registerCatalogue(app: FastifyInstance): void {
  const body = JSON.stringify({ domains, events });
  app.get("/v3/catalogue", {
    schema: {
      operationId: "GetCatalogue",
      summary: "All events that can be recorded",
      tags: ["v3"],
      response: {
        200: {
          description: "Every domain and every event.",
          content: { "application/json": { schema: catalogueSchema } },
        },
      },
    },
    handler: async (_request, reply) =>
      reply.type("application/json").header("cache-control", "public, max-age=300").send(body),
  });
}
