// Registers a route of v3 for organizations, folders and projects: the path, the parameters and what the document says.
import type { FastifyInstance, FastifyReply, FastifyRequest, preValidationAsyncHookHandler } from "fastify";
import type { z } from "zod";
import { principalOf } from "../auth/request-principal.ts";
import { problems } from "../problem.ts";
import type { ReadingOf } from "../recording/index.ts";
import { scopePaths, type ScopePath } from "../scope.ts";
import type { Tag } from "./tags.ts";
import type { Visit } from "./let-in.ts";

/** P: what is read from the path; A: what is asked for beside it; B: the answer's body. */
export interface ScopedRoute<P, A, B> {
  /** After the scope, such as /entries/:entryId. */
  readonly suffix: string;
  /** Of the path, the scope's id included. */
  readonly params: (path: ScopePath) => z.ZodType<P>;
  readonly scopeIdOf: (params: P) => string;
  readonly operationId: (scopeTitle: string) => string;
  /** Under which the document lists it. */
  readonly tag: Tag;
  readonly summary: (scopeTitle: string) => string;
  readonly description: (scopeTitle: string) => string;
  readonly querystring: z.ZodType<A>;
  readonly answers: string;
  readonly body: z.ZodType<B>;
  /** Beside 200 and the errors. */
  readonly otherAnswers?: Readonly<Record<number, z.ZodType>>;
  readonly handle: (
    visit: Visit,
    asked: { readonly params: P; readonly query: A },
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<B | string>;
}

export interface ScopedRoutes {
  readonly app: FastifyInstance;
  readonly authenticate: preValidationAsyncHookHandler;
  readonly readingOf: ReadingOf;
}

/** Fastify's types cannot look into a parameter of ours, but into a member of it. */
interface Read<T> {
  readonly read: T;
}

const read = <T>(schema: z.ZodType<T>): z.ZodType<Read<T>> => schema.transform((value) => ({ read: value }));

export function registerScoped<P, A, B>(
  { app, authenticate, readingOf }: ScopedRoutes,
  route: ScopedRoute<P, A, B>,
): void {
  for (const scopePath of scopePaths) {
    const { type, title, path } = scopePath;
    app.route<{ Params: Read<P>; Querystring: Read<A> }>({
      method: "GET",
      url: `/v3/${path}${route.suffix}`,
      schema: {
        operationId: route.operationId(title),
        summary: route.summary(title),
        description: route.description(title.toLowerCase()),
        tags: [route.tag],
        security: [{ bearer: [] }],
        params: read(route.params(scopePath)),
        querystring: read(route.querystring),
        response: {
          200: { description: route.answers, content: { "application/json": { schema: route.body } } },
          ...route.otherAnswers,
          ...problems(400, 401, 403, 404, 429, 503),
        },
      },
      // Before the parameters are looked at: who is not known is told nothing about them.
      preValidation: authenticate,
      handler: (request, reply) =>
        route.handle(
          {
            principal: principalOf(request),
            scope: { type, id: route.scopeIdOf(request.params.read) },
            reading: readingOf(request, reply),
            signal: request.signal,
          },
          { params: request.params.read, query: request.query.read },
          request,
          reply,
        ),
    });
  }
}
