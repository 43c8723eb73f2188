// Stands between the workers and ClickHouse: every request is handed to the fault that the round has chosen for it.
import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { Exchange, type Fault, pass } from "./exchange.ts";

export interface FaultProxy extends AsyncDisposable {
  readonly url: string;
  /** Asked once per request, from now on. */
  choose(fault: (kind: Exchange["kind"]) => Fault): void;
  /** No more faults. */
  heal(): void;
}

export async function faultProxyTo(target: string): Promise<FaultProxy> {
  const healthy = (): Fault => pass;
  let choice: (kind: Exchange["kind"]) => Fault = healthy;
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    response.on("error", () => {});
    void buffer(request)
      .then(async (body) => {
        const exchange = new Exchange(target, request, response, body);
        // ClickHouse is away, or the client left in the middle: both look like this from the other side.
        await choice(exchange.kind)(exchange).catch(() => exchange.cut());
      })
      // The request itself broke off: its sender is gone.
      .catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    choose: (fault) => void (choice = fault),
    heal: () => void (choice = healthy),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
