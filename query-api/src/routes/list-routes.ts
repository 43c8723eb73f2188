// Registers one list per scope type for a version: the path, the parameters and what the document says.
import type { FastifyInstance, preValidationAsyncHookHandler } from "fastify";
import type { z } from "zod";
import { principalOf } from "../auth/request-principal.ts";
import type { problems } from "../problem.ts";
import { scopePaths } from "../scope.ts";
import { listEntries, type EntryList, type ListDependencies, type ListVersion } from "./list-entries.ts";
import type { Tag } from "./tags.ts";
import type { AskedPage } from "./query-parameters.ts";

export interface ListDocument<E> {
  /** Path of a list, such as /v2/projects/:projectId. */
  readonly url: (scopePath: string) => string;
  readonly operationId: (scopeTitle: string) => string;
  readonly summary: (scopeTitle: string) => string;
  readonly description: (scopeTitle: string) => string;
  readonly tag: Tag;
  readonly querystring: z.ZodType<AskedPage>;
  readonly page: z.ZodType<EntryList<E>>;
  /** What its errors look like. */
  readonly problems: typeof problems;
}

export function registerLists<E>(
  app: FastifyInstance,
  authenticate: preValidationAsyncHookHandler,
  dependencies: ListDependencies,
  version: ListVersion<E>,
  document: ListDocument<E>,
): void {
  for (const { type, title, path, params } of scopePaths) {
    app.route<{ Params: string; Querystring: AskedPage }>({
      method: "GET",
      url: document.url(path),
      schema: {
        operationId: document.operationId(title),
        summary: document.summary(title),
        description: document.description(title.toLowerCase()),
        tags: [document.tag],
        security: [{ bearer: [] }],
        params,
        querystring: document.querystring,
        response: {
          200: {
            description: "Contains an array of all matched audit log entries and a pagination cursor.",
            content: { "application/json": { schema: document.page } },
          },
          ...document.problems(400, 401, 403, 404, 429, 503),
        },
      },
      // Before the parameters are looked at: who is not known is told nothing about them.
      preValidation: authenticate,
      handler: (request, reply) =>
        listEntries(dependencies, version, {
          principal: principalOf(request),
          scope: { type, id: request.params },
          asked: request.query,
          reading: dependencies.readingOf(request, reply),
          signal: request.signal,
        }),
    });
  }
}
