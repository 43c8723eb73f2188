// /docs: the documentation for people, from /openapi.json. Open to everybody, as the document is: it holds no tenant's data.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { PROBLEMS_PAGE } from "../../problem-kinds.ts";
import { problemsPage } from "./problems-page.ts";

/** Nothing inline. Swagger UI's stylesheet draws its arrows from data: images. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = join(import.meta.dirname, "page");
/** Swagger UI, as the package carries it; nothing else of the package is used (decision 23). */
const LIBRARY = join(dirname(createRequire(import.meta.url).resolve("@fastify/swagger-ui")), "static");

/** Path below /docs, and the folder that has the file. Nothing that is not named here is sent. */
const files: readonly (readonly [url: string, name: string, folder: string])[] = [
  ["", "index.html", PAGE],
  ["/docs.js", "docs.js", PAGE],
  ["/docs.css", "docs.css", PAGE],
  ["/icon.svg", "icon.svg", PAGE],
  ["/swagger-ui-bundle.js", "swagger-ui-bundle.js", LIBRARY],
  ["/swagger-ui.css", "swagger-ui.css", LIBRARY],
];

export async function registerDocs(app: FastifyInstance): Promise<void> {
  const problems = problemsPage();
  await app.register(async (docs) => {
    docs.addHook("onRequest", async (_request, reply) => {
      // Asked for again each time, by its ETag: a new version of the service shows its own.
      reply.headers({ "content-security-policy": DOCS_POLICY, "cache-control": "public, max-age=0" });
    });
    await docs.register(fastifyStatic, { root: PAGE, serve: false, cacheControl: false });
    const hidden = { schema: { hide: true } };
    for (const [url, name, folder] of files)
      docs.get(`/docs${url}`, hidden, async (_request, reply) => reply.sendFile(name, folder));
    docs.get("/docs/", hidden, async (_request, reply) => reply.redirect("/docs"));
    docs.get(PROBLEMS_PAGE, hidden, async (_request, reply) => reply.type("text/html; charset=utf-8").send(problems));
  });
}
