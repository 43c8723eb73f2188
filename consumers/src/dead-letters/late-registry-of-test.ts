// A registry in front of the real one that learns of a schema later than it is used. The real one gives ids to whoever registers next, and tests that run beside this one register, too.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** Far above those that the real one gives. */
const FIRST_LATE_ID = 2_000_000_000;

export interface LateRegistry extends AsyncDisposable {
  readonly url: string;
  /** An id that nobody knows. */
  lateId(): number;
  /** From now on it is what the real one has under `id`. */
  learn(lateId: number, id: number): void;
}

export async function lateRegistry(realUrl: string): Promise<LateRegistry> {
  const known = new Map<string, number>();
  let given = 0;
  const server = createServer((request, response) => {
    void forwarded(realUrl, request, known).then(
      ({ status, body }) => response.writeHead(status, { "content-type": "application/json" }).end(body),
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}${new URL(realUrl).pathname}`,
    lateId: () => FIRST_LATE_ID + (given += 1),
    learn: (lateId, id) => void known.set(String(lateId), id),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function forwarded(realUrl: string, request: IncomingMessage, known: ReadonlyMap<string, number>) {
  const path = (request.url ?? "").replace(
    /\/schemas\/ids\/(\d+)/,
    (_all, id: string) => `/schemas/ids/${known.get(id) ?? id}`,
  );
  const { method = "GET", headers } = request;
  const asked = { "content-type": headers["content-type"] ?? "application/json", accept: headers.accept ?? "*/*" };
  const body = method === "GET" ? {} : { body: await text(request) };
  const answer = await fetch(new URL(path, realUrl), { method, headers: asked, ...body });
  return { status: answer.status, body: await answer.text() };
}
