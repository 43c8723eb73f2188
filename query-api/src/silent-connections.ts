// Connections on which nobody has asked anything yet, as browsers and load balancers keep them: the HTTP server holds them for busy.
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/** From now on closing `app` ends them: it would wait until they time out. */
export function endSilentConnections(app: FastifyInstance): void {
  const connections = new Set<Socket>();
  app.server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  app.addHook("preClose", async () => {
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
  });
}
