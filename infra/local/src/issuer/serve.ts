/** Serves a few JSON documents on loopback. */
import { once } from "node:events";
import { createServer } from "node:http";
import { keepPorts } from "../engines/ports.ts";

type Documents = Readonly<Record<string, object>>;

export async function serveDocuments(
  portFile: string,
  port: number | undefined,
  describe: (issuer: string) => Documents,
): Promise<{ issuer: string; stop(): Promise<void> }> {
  const chosen = port ?? (await keepPorts(portFile, ["issuer"])).issuer;
  let documents: Documents = {};
  const server = createServer((request, response) => {
    const found = request.method === "GET" ? documents[(request.url ?? "").split("?")[0] ?? ""] : undefined;
    response.writeHead(found === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(found ?? { error: "not_found" }));
  });
  server.listen(chosen, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The issuer has no port.");
  const issuer = `http://127.0.0.1:${address.port}`;
  documents = describe(issuer);
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { issuer, stop };
}
