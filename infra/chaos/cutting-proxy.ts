// A TCP proxy that cuts a connection in the middle of a response: the client has a part of it, and the broker has done what it was asked.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface CuttingProxy extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** Connections that were cut. */
  readonly cuts: number;
}

/** `bytesUntilCut`: of responses, asked once per connection; Infinity: never. The cut is a reset, as from a broken network. */
export async function cuttingProxyTo(target: string, bytesUntilCut: () => number): Promise<CuttingProxy> {
  const [host = "", port = ""] = target.split(":");
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    let left = bytesUntilCut();
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on("data", (bytes: Buffer) => {
      near.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left >= 0) return;
      left = 0;
      cuts++;
      far.destroy();
      // Once the part is on its way.
      near.end(() => near.resetAndDestroy());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    host: "127.0.0.1",
    port: address.port,
    get cuts() {
      return cuts;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
