// GET /v3/catalogue: which events there are and what each means. Open to everybody: it is documentation that holds no tenant's data and
// is the same for all, product teams and auditors read it before they have a token, and shared caches may keep it only where nobody signs
// in. What it costs is bounded: every answer is made once and then sent as it is.
import { readCatalogue, type CatalogueDocument } from "@audit-log/schemas/catalogue-document";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { problems } from "../problem.ts";
import type { Tag } from "./tags.ts";
import { etagOf, isNamed } from "./etag.ts";
import { catalogueSchema, filterSchema, type CatalogueFilter } from "./catalogue-schema.ts";

const CACHE = "public, max-age=300";

export function registerCatalogue(app: FastifyInstance, catalogue: CatalogueDocument = readCatalogue()): void {
  const answers = new Map<string, Made>();

  /** As many as there are pairs of known names, at most. */
  function answerTo({ domain, service }: CatalogueFilter): Made {
    const key = `${domain ?? ""}/${service ?? ""}`;
    const answer = answers.get(key) ?? made(filtered(catalogue, { domain, service }));
    answers.set(key, answer);
    return answer;
  }

  app.get<{ Querystring: CatalogueFilter }>("/v3/catalogue", {
    schema: {
      operationId: "GetCatalogue",
      summary: "All events that can be recorded",
      description: "Domains and events, sorted by name. Carries an ETag: ask with If-None-Match.",
      tags: ["reference" satisfies Tag],
      querystring: filterSchema(catalogue),
      response: {
        200: {
          description: "The catalogue, or what of it was asked for.",
          content: { "application/json": { schema: catalogueSchema } },
        },
        304: z.null().meta({ description: "It is still what If-None-Match names." }),
        ...problems(400),
      },
    },
    handler: async (request, reply) => {
      const { etag, body } = answerTo(request.query);
      reply.headers({ "cache-control": CACHE, etag });
      if (isNamed(etag, request.headers["if-none-match"])) return reply.code(304).send();
      return reply.type("application/json").send(body);
    },
  });
}

interface Made {
  readonly etag: string;
  readonly body: string;
}

function made(document: CatalogueDocument): Made {
  const body = JSON.stringify(document);
  return { etag: etagOf(body), body };
}

function filtered({ format, domains, events }: CatalogueDocument, { domain, service }: CatalogueFilter) {
  return {
    format,
    domains: domains.filter(
      ({ name, services }) =>
        (domain ?? name) === name && (service === undefined || services.some((one) => one.name === service)),
    ),
    events: events.filter(
      (event) => (domain ?? event.domain) === event.domain && (service ?? event.service) === event.service,
    ),
  };
}
