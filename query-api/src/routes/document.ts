// /openapi.json: the document of this service, made from the same schemas that check its requests.
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { exampleNames, exampleValues } from "./document-examples.ts";
import { tags } from "./tags.ts";

const about = `Who did what, when and where, on an organization, folder or project, in the last 90 days.

The paths under /v2 are the published STACKIT Audit Log API v2 and stay as they are. The paths under /v3 show the same entries with all
that is known of them. Clients must ignore fields and accept values that they do not know.

Every error is problem details (RFC 9457) that also carry the fields of the published error. [Their kinds](/docs/problems), and what to do about each.`;

interface Conversion {
  zodSchema: z.core.$ZodType;
  jsonSchema: { type?: unknown; enum?: unknown; additionalProperties?: unknown; minimum?: number; maximum?: number };
}

const zodToJsonConfig = {
  override: ({ zodSchema, jsonSchema }: Conversion) => {
    // zod drops these two from whatever is transformed, which every query parameter is.
    const { default: byDefault, examples } = z.globalRegistry.get(zodSchema) ?? {};
    Object.assign(jsonSchema, byDefault === undefined ? {} : { default: byDefault }, examples ? { examples } : {});
    // The texts true and false are how a URL writes the values of a boolean.
    if (jsonSchema.type === "boolean") delete jsonSchema.enum;
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
      tags: [...tags],
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => finished(transformComponents(document)),
  });
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "public, max-age=300").send(app.swagger()),
  );
}

interface Media {
  readonly schema?: { readonly $ref?: string };
}
interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

interface Parts {
  readonly components: { readonly schemas?: object };
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}

/** Every named schema comes twice, as answer and as input: we have no bodies to read. Every answer gets its examples. */
function finished<D extends object>(document: D): D {
  const { components, paths }: Parts = { components: {}, paths: {}, ...document };
  const schemas = Object.entries(components.schemas ?? {}).filter(([name]) => !name.endsWith("Input"));
  const examples = Object.entries(exampleValues()).map(([name, value]) => [name, { value }]);
  return {
    ...document,
    components: { ...components, schemas: Object.fromEntries(schemas), examples: Object.fromEntries(examples) },
    paths: mapValues(paths, ({ get, ...item }) => (get === undefined ? item : { ...item, get: withExamples(get) })),
  };
}

function withExamples(operation: Operation): Operation {
  const responses = mapValues(operation.responses ?? {}, (response, status) => {
    if (response.content === undefined) return response;
    const content = mapValues(response.content, (media, type) => {
      const names = exampleNames(status, type, media.schema?.$ref?.split("/").at(-1));
      return { ...media, examples: Object.fromEntries(names.map((name) => [name, exampleRef(name)])) };
    });
    return { ...response, content };
  });
  return { ...operation, responses };
}

const exampleRef = (name: string) => ({ $ref: `#/components/examples/${name}` });

const mapValues = <T, R>(object: Readonly<Record<string, T>>, map: (value: T, key: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
