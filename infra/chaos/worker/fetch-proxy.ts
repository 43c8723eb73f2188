// Stands between a worker and the broker and may bend what the broker answers to a fetch. The broker names itself in its answers: there this
// proxy puts its own port, so that nobody goes past it.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { type BatchInAnswer, batchesIn } from "./fetch-answers.ts";

export interface FetchProxy extends AsyncDisposable {
  /** Host and port. */
  readonly address: string;
  /** Asked once per answer with record batches, which may be changed in place. */
  bend(change: (answer: Buffer, batches: BatchInAnswer[]) => void): void;
  /** No more changes. */
  heal(): void;
}

/** Kafka's numbers of requests. */
const FETCH = 1;
const NAMING_BROKERS = new Set([3, 10]); // Metadata, FindCoordinator
const LENGTH_BYTES = 4;

/** `target`: one broker, as it is advertised. */
export async function fetchProxyTo(target: string): Promise<FetchProxy> {
  const [host = "", targetPort = ""] = target.split(":");
  const none = (): void => {};
  let change: (answer: Buffer, batches: BatchInAnswer[]) => void = none;
  let ownPort = 0;
  const open = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(Number(targetPort), host);
    // Answers come in the order of requests, each of which has one.
    const asked: number[] = [];
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
    near.on(
      "data",
      eachFrame((frame) => {
        asked.push(frame.readInt16BE(0));
        far.write(framed(frame));
      }),
    );
    far.on(
      "data",
      eachFrame((frame) => {
        const apiKey = asked.shift() ?? -1;
        if (NAMING_BROKERS.has(apiKey)) rename(frame, host, Number(targetPort), ownPort);
        const batches = apiKey === FETCH ? batchesIn(frame) : [];
        if (batches.length > 0) change(frame, batches);
        near.write(framed(frame));
      }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  ownPort = address.port;
  return {
    address: `127.0.0.1:${ownPort}`,
    bend: (next) => void (change = next),
    heal: () => void (change = none),
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function framed(frame: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeInt32BE(frame.length);
  return Buffer.concat([length, frame]);
}

/** A frame is given away without its length; it is a copy. */
function eachFrame(give: (frame: Buffer) => void): (bytes: Buffer) => void {
  let waiting: Buffer[] = [];
  let length = 0;
  return (bytes) => {
    waiting.push(bytes);
    length += bytes.length;
    // What is not whole yet is not copied with every piece that comes.
    if (length < LENGTH_BYTES || length < LENGTH_BYTES + firstLength(waiting)) return;
    let rest = Buffer.concat(waiting);
    while (rest.length >= LENGTH_BYTES && rest.length >= LENGTH_BYTES + rest.readInt32BE(0)) {
      const end = LENGTH_BYTES + rest.readInt32BE(0);
      give(Buffer.from(rest.subarray(LENGTH_BYTES, end)));
      rest = rest.subarray(end);
    }
    waiting = rest.length === 0 ? [] : [rest];
    length = rest.length;
  };
}

function firstLength(pieces: Buffer[]): number {
  const [first] = pieces;
  if (first !== undefined && first.length < LENGTH_BYTES) pieces.splice(0, pieces.length, Buffer.concat(pieces));
  return pieces[0]?.readInt32BE(0) ?? 0;
}

/** A host is a text behind its length, and its port follows. */
function rename(frame: Buffer, host: string, from: number, to: number): void {
  const name = Buffer.alloc(2 + host.length);
  name.writeInt16BE(host.length);
  name.write(host, 2);
  for (let at = frame.indexOf(name); at >= 0; at = frame.indexOf(name, at + 1)) {
    const portAt = at + name.length;
    if (frame.readInt32BE(portAt) === from) frame.writeInt32BE(to, portAt);
  }
}
