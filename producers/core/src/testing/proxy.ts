// A TCP proxy in front of an engine that can go away and come back.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Proxy extends AsyncDisposable {
  /** 127.0.0.1:port; reserved also while the engine is away. */
  readonly address: string;
  /** Accepts connections from now on. */
  up(): Promise<void>;
  /** Refuses connections from now on, and cuts those that are open. */
  down(): Promise<void>;
}

/** `target` is host:port. Down at first. */
export async function proxyTo(target: string): Promise<Proxy> {
  const [host = "", port = ""] = target.split(":");
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = async (on: number): Promise<AddressInfo> => {
    server.listen(on, "127.0.0.1");
    await once(server, "listening");
    return server.address() as AddressInfo;
  };
  const down = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  const { port: own } = await listen(0);
  await down();
  return {
    address: `127.0.0.1:${own}`,
    up: async () => void (await listen(own)),
    down,
    [Symbol.asyncDispose]: down,
  };
}
