// Plugin for fastify 5: opens the context of every request, and gives requests audit(). Only types of fastify are imported.
import type { FastifyPluginCallback, FastifyRequest } from "fastify";
import { currentFrame, inFrame } from "../context/frame.ts";
import { auditOnResponse } from "./audit-on-response.ts";
import { type AuditedRequest, openRequest } from "./audited-request.ts";
import type { AdapterOptions } from "./options.ts";

export { auditOnResponse } from "./audit-on-response.ts";
export type { AdapterFault, AdapterOptions } from "./options.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** auditOnResponse() of this request, wherever it is called from. */
    audit: typeof auditOnResponse;
  }
}

const plugin: FastifyPluginCallback<AdapterOptions<FastifyRequest>> = (app, options, registered) => {
  const requests = new WeakMap<FastifyRequest, AuditedRequest<FastifyRequest>>();

  /** Goes on in the request's context. */
  const goOn = (request: FastifyRequest, done: () => void): void => {
    const frame = requests.get(request)?.frame;
    if (frame === undefined) done();
    else inFrame(frame, done);
  };

  app.addHook("onRequest", (request, reply, done) => {
    const audited = openRequest(request, request.raw, reply.raw, options);
    if (audited !== undefined) requests.set(request, audited);
    goOn(request, done);
  });
  // After the hooks in which services authenticate; one that called back from elsewhere (a pool, an emitter) may have left the context.
  app.addHook("preHandler", (request, _reply, done) => {
    const learning = requests.get(request)?.learnInitiator();
    if (learning === undefined) goOn(request, done);
    else void learning.then(() => goOn(request, done));
  });
  app.addHook("onError", (request, _reply, error, done) => {
    const audited = requests.get(request);
    if (audited !== undefined) audited.error = error;
    done();
  });

  const audit: FastifyRequest["audit"] = function audit(this: FastifyRequest, record, input) {
    const frame = requests.get(this)?.frame;
    // A nested context of this request knows more than the request's own.
    if (frame === undefined || currentFrame()?.response === frame.response) auditOnResponse(record, input);
    else inFrame(frame, () => auditOnResponse(record, input));
  };
  app.decorateRequest("audit", audit);
  registered();
};

/** `await app.register(auditRequests, options)`, before routes and authentication are. Holds for the whole instance that registers it. */
export const auditRequests = Object.assign(plugin, {
  // What fastify-plugin does: without it, the hooks would hold for nothing but the plugin itself.
  [Symbol.for("skip-override")]: true,
  [Symbol.for("fastify.display-name")]: "@audit-log/producer-core",
});
