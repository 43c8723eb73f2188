// The portal's files under /portal/, where a folder is given: static, from this origin only, nothing inline.
import { resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

export const PORTAL_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** `folder`: absolute, or relative to where the service was started. */
export async function registerPortal(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async (portal) => {
    portal.addHook("onRequest", async (_request, reply) => {
      reply.header("content-security-policy", PORTAL_POLICY).removeHeader("cache-control");
    });
    await portal.register(fastifyStatic, {
      root: resolve(folder),
      prefix: "/portal/",
      cacheControl: true,
      maxAge: 0,
      schemaHide: true,
    });
  });
  for (const url of ["/", "/portal"])
    app.get(url, { schema: { hide: true } }, async (_request, reply) => reply.redirect("/portal/"));
}
