// A stand-in for the registry: knows every schema, and can be away. The faults here are those of the broker, the disk and the process.
import { once } from "node:events";
import { createServer } from "node:http";

export interface StandInRegistry extends AsyncDisposable {
  readonly url: string;
  /** Refuses connections. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** Ids as a registry gives them: small and always the same for a subject of a run. */
export async function standInRegistry(): Promise<StandInRegistry> {
  const ids = new Map<string, number>();
  const server = createServer((request, response) => {
    const subject = request.url ?? "";
    const id = ids.get(subject) ?? ids.size + 1;
    ids.set(subject, id);
    request.resume();
    response.setHeader("content-type", "application/vnd.schemaregistry.v1+json").end(JSON.stringify({ id }));
  });
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
    comeBack: async () => void (await listen(port)),
    [Symbol.asyncDispose]: goAway,
  };
}
