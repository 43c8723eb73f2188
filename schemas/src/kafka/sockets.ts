// How connections to brokers are made: as kafkajs makes them, with one of its holes closed.
import { connect as connectPlain, isIP } from "node:net";
import { connect as connectTls } from "node:tls";
import type { ISocketFactory } from "kafkajs";
import { wholeResponses } from "./whole-responses.ts";

const KEEP_ALIVE_MS = 60_000;

/** As kafkajs does it where it is given no factory. */
const direct: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = ssl ? connectTls({ host, port, ...name, ...ssl }, onConnect) : connectPlain({ host, port }, onConnect);
  return socket.setKeepAlive(true, KEEP_ALIVE_MS);
};

/** `connect`: e.g. through a SOCKS proxy. Default: directly. */
export const socketsBy =
  (connect: ISocketFactory = direct): ISocketFactory =>
  (args) =>
    wholeResponses(connect(args));
