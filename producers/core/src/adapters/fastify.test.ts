import fastify from "fastify";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { AsyncResource } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { currentContext, runInContext, user, withoutContext } from "../index.ts";
import { memoryRecorder } from "../testing/memory-recorder.ts";
import { contextContract } from "./contract/context.contract.ts";
import { ADA, declared, type StartServer } from "./contract/harness.ts";
import { responseContract } from "./contract/response.contract.ts";
import { auditRequests } from "./fastify.ts";

const startServer: StartServer = async (options, handle) => {
  const app = fastify({ forceCloseConnections: true });
  await app.register(auditRequests, options);
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.all("/*", (request, reply) => {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    return handle(request.raw, reply.raw);
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  return { port: (app.server.address() as AddressInfo).port, [Symbol.asyncDispose]: () => app.close() };
};

describe("fastify", () => {
  contextContract(startServer);
  responseContract(startServer);
});

interface Route {
  Params: { roleId: string };
  Body: { reason: string };
}

async function service() {
  const subject = await memoryRecorder();
  const app = fastify();
  return {
    ...subject,
    app,
    async recorded(count: number) {
      await expect.poll(() => subject.recorder.counts.recorded).toBe(count);
      await subject.recorder.flush();
      return subject.events();
    },
    async [Symbol.asyncDispose]() {
      await app.close();
      await subject.recorder.close();
    },
  };
}

describe("a fastify request", () => {
  it("records with its route's parameters and, where asked to, its body", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA, bodyOf: ({ body }) => Object(body) });
    const seen: unknown[] = [];
    app.addHook("preValidation", async () => void seen.push(currentContext()?.userAgent));
    app.patch<Route>("/v2/roles/:roleId", (request, reply) => {
      request.audit(subject.record, declared());
      expect(currentContext()?.initiator).toEqual(ADA);
      return reply.code(202).send();
    });
    const body = { reason: "x".repeat(200_000) };
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const headers = { "content-type": "application/json", "user-agent": "curl/8" };
    await fetch(`${url}/v2/roles/role-1?dry=1`, { method: "PATCH", headers, body: JSON.stringify(body) });
    const [event] = await subject.recorded(1);
    expect(event).toMatchObject({
      request: { endpoint: "/v2/roles/role-1?dry=1", parameters: '{"dry":"1","roleId":"role-1"}' },
      outcome: { statusCode: 202 },
      truncations: [{ part: "request.body" }],
    });
    expect(seen).toEqual(["curl/8"]);
  });

  it("tells the message of an error made for the caller, and not of one that is the service's own", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA });
    app.get<{ Params: { status: string } }>("/:status", (request) => {
      request.audit(subject.record, declared());
      throw Object.assign(new Error("the role is in use by db-7"), { statusCode: Number(request.params.status) });
    });
    for (const status of [409, 403, 500]) {
      const answer = await app.inject(`/${status}`);
      expect(answer.headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
    }
    expect((await subject.recorded(3)).map(({ outcome }) => outcome)).toEqual([
      { result: "FAILURE", statusCode: 409, message: "the role is in use by db-7" },
      { result: "DENIED", statusCode: 403, message: "the role is in use by db-7" },
      { result: "FAILURE", statusCode: 500, message: "Internal Server Error" },
    ]);
  });

  it("records nothing where it failed before anything was declared; what a hook declared in advance is recorded", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA });
    const refuse = async () => {
      throw Object.assign(new Error("not yours"), { statusCode: 403 });
    };
    app.get("/silent", { preHandler: refuse }, () => "never");
    app.get(
      "/declared",
      { onRequest: [async (request) => request.audit(subject.record, declared()), refuse] },
      () => "never",
    );
    await app.inject("/silent");
    await app.inject("/declared");
    expect(await subject.recorded(1)).toMatchObject([
      { request: { endpoint: "/declared" }, outcome: { result: "DENIED", message: "not yours" }, initiator: ADA },
    ]);
  });

  it("records the break of a stream that it was sending", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA });
    app.get("/", (request, reply) => {
      request.audit(subject.record, declared());
      async function* rows() {
        yield "x".repeat(100_000);
        throw new Error("the database went away");
      }
      return reply.send(Readable.from(rows()));
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    await fetch(url)
      .then((answer) => answer.text())
      .catch(() => undefined);
    expect(await subject.recorded(1)).toMatchObject([
      { outcome: { result: "FAILURE", statusCode: 500, message: "the service broke off the response" } },
    ]);
  });

  it("has its context in the handler, although a hook before it called back from elsewhere", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA });
    const elsewhere = withoutContext(() => new AsyncResource("pool"));
    app.addHook("preValidation", (_request, _reply, done) => elsewhere.runInAsyncScope(done));
    app.get("/", () => ({ initiator: currentContext()?.initiator?.id }));
    expect((await app.inject("/")).json()).toEqual({ initiator: "user-1" });
  });

  it("audits where its context was lost, and in a nested one", async () => {
    await using subject = await service();
    const { app } = subject;
    await app.register(auditRequests, { initiatorOf: () => ADA });
    const elsewhere = withoutContext(() => new AsyncResource("pool"));
    app.get("/", (request, reply) => {
      elsewhere.runInAsyncScope(() => {
        expect(currentContext()).toBeUndefined();
        request.audit(subject.record, declared({ resource: { id: "lost" } }));
      });
      runInContext({ initiator: user("nested") }, () =>
        request.audit(subject.record, declared({ resource: { id: "nested" } })),
      );
      return reply.code(201).send();
    });
    await app.inject("/");
    const events = await subject.recorded(2);
    expect(events.map(({ resource, initiator, outcome }) => [resource.id, initiator.id, outcome.statusCode])).toEqual([
      ["lost", "user-1", 201],
      ["nested", "nested", 201],
    ]);
  });
});
