// A socket that hands on whole responses only. kafkajs keeps the half of a response when its connection breaks, puts the bytes of the next
// connection behind it, and then reads past the end of a buffer in the middle of a socket's event: the service that records would die of it.
import type { Socket } from "node:net";

/** A response is its length (i32) and that many bytes. */
const LENGTH_BYTES = 4;

export function wholeResponses(socket: Socket): Socket {
  const push = socket.push.bind(socket);
  let chunks: Buffer[] = [];
  let bytes = 0;
  /** Until then there is nothing to look at. */
  let wanted = LENGTH_BYTES;
  socket.push = (chunk: unknown) => {
    // The end; what there is of a response goes with the connection.
    if (!Buffer.isBuffer(chunk)) return push(chunk);
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes < wanted) return true;
    const all = chunks.length === 1 ? chunk : Buffer.concat(chunks, bytes);
    const end = endOfWhole(all);
    const rest = all.subarray(end);
    chunks = rest.length === 0 ? [] : [rest];
    bytes = rest.length;
    wanted = LENGTH_BYTES + (bytes < LENGTH_BYTES ? 0 : rest.readUInt32BE());
    return end === 0 || push(all.subarray(0, end));
  };
  return socket;
}

function endOfWhole(all: Buffer): number {
  let end = 0;
  while (end + LENGTH_BYTES <= all.length) {
    const next = end + LENGTH_BYTES + all.readUInt32BE(end);
    if (next > all.length) break;
    end = next;
  }
  return end;
}
