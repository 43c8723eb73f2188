// An HTTP server on loopback that can go away and come back at the same port: what the doubles of the registry have in common.
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";

export interface AwayServer extends AsyncDisposable {
  url: string;
  /** Nothing answers at the port any more, connections are cut. Again is no fault. */
  goAway(): Promise<void>;
  /** Again is no fault. */
  comeBack(): Promise<void>;
}

export async function awayServer(answer: RequestListener): Promise<AwayServer> {
  const server = createServer(answer);
  const listen = async (port: number): Promise<number> => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  };
  const port = await listen(0);
  const goAway = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    goAway,
    comeBack: async () => {
      if (!server.listening) await listen(port);
    },
    [Symbol.asyncDispose]: goAway,
  };
}
