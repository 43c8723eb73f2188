// /openapi.json: the document of this service, made from the same schemas that check its requests.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { exampleOf } from "./document-examples.ts";

const about = `Who did what, when and where, on an organization, folder or project, in the last 90 days.

The paths under /v2 are the published STACKIT Audit Log API v2 and stay as they are. The paths under /v3 show the same entries with all
that is known of them. Clients must ignore fields and accept values that they do not know.

Every error is problem details (RFC 9457) that also carry the fields of the published error. [Their kinds](/docs/problems), and what to do about each.`;

interface Conversion {
  zodSchema: z.core.$ZodType;
  jsonSchema: { additionalProperties?: unknown; minimum?: number; maximum?: number };
}

const zodToJsonConfig = {
  override: ({ zodSchema, jsonSchema }: Conversion) => {
    // zod drops these two from whatever is transformed, which every query parameter is.
    const { default: byDefault, examples } = z.globalRegistry.get(zodSchema) ?? {};
    Object.assign(jsonSchema, byDefault === undefined ? {} : { default: byDefault }, examples ? { examples } : {});
    // A field may be added to any answer without a new version, so no object is closed.
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    // What zod adds to every integer says nothing about ours.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
};

const transformComponents = createJsonSchemaTransformObject({ zodToJsonConfig });

/** To be called before the routes are registered; serves the document once the app is ready. */
export async function registerDocument(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Audit Log API",
        version: "3.0",
        description: about,
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      tags: [
        { name: "v2", description: "As published" },
        { name: "v3", description: "Beside it, with all that is known" },
      ],
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => components(transformComponents(document)),
  });
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send(app.swagger()),
  );
}

/** Every named schema comes twice, as answer and as input: we have no bodies to read. Pages get their example. */
function components<D extends object>(document: D): D {
  if (!("components" in document)) return document;
  const found: { schemas?: object } = document.components ?? {};
  const schemas = Object.entries(found.schemas ?? {})
    .filter(([name]) => !name.endsWith("Input"))
    .map(([name, schema]) => [name, { ...schema, ...exampleOf(name) }]);
  return { ...document, components: { ...found, schemas: Object.fromEntries(schemas) } };
}
