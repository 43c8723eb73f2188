// Stands between the worker and ClickHouse and can hold an insert: before ClickHouse sees it, or after it was stored and before the
// worker knows. Whoever is killed at that moment dies exactly where it hurts.
import { once } from "node:events";
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";

export type Hold = "nothing" | "the insert" | "the answer";

export interface InsertProxy extends AsyncDisposable {
  url: string;
  /** From now on; `held` resolves when the next insert is held. */
  hold(what: Hold): { held: Promise<void> };
}

export async function startInsertProxy(target: string): Promise<InsertProxy> {
  let holding: Hold = "nothing";
  let announce = () => {};

  const server = createServer((incoming, outgoing) => {
    // Of events: what the worker keeps before them is no such moment.
    const query = new URL(incoming.url ?? "/", target).searchParams.get("query") ?? "";
    const isInsert = query.startsWith("INSERT INTO events ");
    if (isInsert && holding === "the insert") return announce();
    pass(incoming, outgoing, isInsert);
  });

  function pass(incoming: IncomingMessage, outgoing: ServerResponse, isInsert: boolean): void {
    const upstream = forward(
      target + (incoming.url ?? "/"),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (isInsert && holding === "the answer") {
          answer.resume().once("end", () => announce());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.once("error", () => outgoing.destroy());
    incoming.pipe(upstream);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    hold(what) {
      holding = what;
      const { promise, resolve } = Promise.withResolvers<void>();
      announce = resolve;
      return { held: promise };
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
