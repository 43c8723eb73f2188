// The service's routes. A handler declares its event, then authorizes, then acts: the response's end says how it went.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import {
  amendContext,
  failure,
  project as projectScope,
  type Recorder,
  success,
  system,
  user,
  withoutContext,
} from "@audit-log/producer-core";
import { auditRequests } from "@audit-log/producer-core/fastify";
import { resourceManager } from "@audit-log/resource-manager";
import type { Caller, CallerOf } from "./callers.ts";
import { type Project, type Projects, refusal } from "./projects.ts";

interface OnProject {
  Params: { projectId: string };
}
type NewProject = Pick<Project, "name" | "containerParentId"> & Partial<Pick<Project, "labels">>;

const labels = { type: "object", additionalProperties: { type: "string" } };
const name = { type: "string", minLength: 1, maxLength: 40 };
const newProject = {
  type: "object",
  required: ["name", "containerParentId"],
  properties: { name, labels, containerParentId: { type: "string" } },
};
const change = { type: "object", properties: { name, labels } };
const keys = { type: "object", required: ["keys"], properties: { keys: { type: "array", items: { type: "string" } } } };

export async function createApp(recorder: Recorder, callerOf: CallerOf, projects: Projects): Promise<FastifyInstance> {
  const { projectCreated, projectUpdated, projectLabelsDeleted, projectDeleted, projectDeletionEnded } =
    resourceManager(recorder).resourceManager;
  const callers = new WeakMap<FastifyRequest, Caller>();
  const operations = new Set<Promise<void>>();

  const app = fastify({ ajv: { customOptions: { coerceTypes: "array" } } });
  await app.register(auditRequests, { bodyOf: ({ body }) => (body === undefined ? undefined : Object(body)) });

  app.addHook("onRequest", async (request) => {
    const caller = callerOf(request.headers.authorization);
    if (caller === undefined) throw refusal(401, "a valid bearer token is required");
    callers.set(request, caller);
    amendContext({ initiator: user(caller.id, caller.email), context: { organizationId: caller.organizationId } });
  });

  function requireChange(request: FastifyRequest): void {
    if (!callers.get(request)?.mayChange) throw refusal(403, "the role editor is required");
  }

  const about = ({ id, name }: Pick<Project, "id" | "name">) => ({ scope: projectScope(id), resource: { id, name } });

  app.get<OnProject>("/v2/projects/:projectId", (request) => projects.get(request.params.projectId));

  app.post<{ Body: NewProject }>("/v2/projects", { schema: { body: newProject } }, (request, reply) => {
    const id = randomUUID();
    const created = { labels: {}, ...request.body, id, containerId: `${request.body.name}-${id.slice(0, 8)}` };
    request.audit(projectCreated, { ...about(created), details: { ...created, members: [] } });
    requireChange(request);
    return reply.code(201).send(projects.add(created));
  });

  app.patch<OnProject & { Body: Partial<Pick<Project, "name" | "labels">> }>(
    "/v2/projects/:projectId",
    { schema: { body: change } },
    (request) => {
      const project = projects.get(request.params.projectId);
      const details = { containerId: project.containerId, ...request.body };
      request.audit(projectUpdated, { ...about(project), details });
      requireChange(request);
      return projects.update(project.id, request.body);
    },
  );

  app.delete<OnProject & { Querystring: { keys: string[] } }>(
    "/v2/projects/:projectId/labels",
    { schema: { querystring: keys } },
    (request, reply) => {
      const project = projects.get(request.params.projectId);
      const details = { containerId: project.containerId, keys: request.query.keys };
      request.audit(projectLabelsDeleted, { ...about(project), details });
      requireChange(request);
      projects.deleteLabels(project.id, request.query.keys);
      return reply.code(204).send();
    },
  );

  app.delete<OnProject>("/v2/projects/:projectId", (request, reply) => {
    const project = projects.get(request.params.projectId);
    const details = { containerId: project.containerId };
    request.audit(projectDeleted, { ...about(project), details });
    requireChange(request);
    projects.beginDeletion(project.id);
    const operationId = randomUUID();
    amendContext({ operationId });

    // The platform ends what the caller began: of the request, its event carries the operation's id and nothing else.
    const ended = { ...about(project), initiator: system("project-eraser"), operationId };
    const operation = withoutContext(async () => {
      // Not before the request is over: its event is the beginning.
      if (!reply.raw.closed) await once(reply.raw, "close");
      const began = performance.now();
      const outcome = await projects.erase(project.id).then(
        () => success(),
        () => failure(500, "the project was not erased"),
      );
      const durationMs = Math.round(performance.now() - began);
      projectDeletionEnded({ ...ended, outcome, details: { ...details, durationMs } });
      operations.delete(operation);
    });
    operations.add(operation);
    return reply.code(202).send({ operationId });
  });

  app.addHook("onClose", () => Promise.all(operations));
  return app;
}
