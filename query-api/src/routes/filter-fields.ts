// GET /v3/filter-fields: all that a filter may name and what may be asked of it. Open to everybody, as the catalogue is: it holds no tenant's data.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { fields, MAX_DEPTH, MAX_SEARCHES, MAX_TERMS, MAX_TEXT_LENGTH, MAX_VALUE_LENGTH } from "../filter/index.ts";
import { problems } from "../problem.ts";
import type { Tag } from "./tags.ts";
import { etagOf, isNamed } from "./etag.ts";

const CACHE = "public, max-age=300";

const text = (description: string) => z.string().meta({ description });
const texts = (description: string) => z.array(z.string()).meta({ description });
const atMost = (description: string) => z.int().meta({ description });

export const filterFieldsSchema = z
  .object({
    fields: z.array(
      z.object({
        name: text("What it is called in a filter"),
        aliases: texts("Other names that are understood"),
        sentence: text("What it is"),
        kind: text("What its values are: text, choice, number, time, uuid, address, email or json"),
        operators: texts("What it may be compared with; :* finds entries that have the field, where it is optional"),
        takesPrefix: z.boolean().meta({ description: "Whether * at the end of a value stands for any rest" }),
        optional: z.boolean().meta({ description: "Whether entries may lack it" }),
        values: texts("The values that there are, where they are a closed set").optional(),
        known: texts("Values of the catalogue, to suggest; others are allowed").optional(),
        example: text("A whole filter"),
      }),
    ),
    limits: z
      .object({
        textLength: atMost("Characters of a filter"),
        valueLength: atMost("Characters of one value"),
        depth: atMost("Parentheses and negations inside of each other"),
        terms: atMost("Values and searched texts together"),
        searches: atMost("Searched texts"),
      })
      .meta({ description: "What a filter may have at most" }),
  })
  .meta({ id: "FilterFields" });

type FilterFields = z.infer<typeof filterFieldsSchema>;

export const filterFields = (): FilterFields => ({
  fields: Object.entries(fields).map(([name, { kind, aliases, sentence, optional, known, example }]) => ({
    name,
    aliases: [...aliases],
    sentence,
    kind: kind.name,
    operators: [...kind.operators],
    takesPrefix: kind.takesPrefix,
    optional,
    values: kind.values && [...kind.values],
    known: known.length === 0 ? undefined : [...known],
    example,
  })),
  limits: {
    textLength: MAX_TEXT_LENGTH,
    valueLength: MAX_VALUE_LENGTH,
    depth: MAX_DEPTH,
    terms: MAX_TERMS,
    searches: MAX_SEARCHES,
  },
});

export function registerFilterFields(app: FastifyInstance): void {
  const body = JSON.stringify(filterFields());
  const etag = etagOf(body);
  app.get("/v3/filter-fields", {
    schema: {
      operationId: "ListFilterFields",
      summary: "All fields that a filter may name",
      description: "Sorted as an entry shows them. Carries an ETag: ask with If-None-Match.",
      tags: ["reference" satisfies Tag],
      querystring: z.strictObject({}),
      response: {
        200: {
          description: "The fields.",
          content: { "application/json": { schema: filterFieldsSchema } },
        },
        304: z.null().meta({ description: "It is still what If-None-Match names." }),
        ...problems(400),
      },
    },
    handler: async (request, reply) => {
      reply.headers({ "cache-control": CACHE, etag });
      if (isNamed(etag, request.headers["if-none-match"])) return reply.code(304).send();
      return reply.type("application/json").send(body);
    },
  });
}
