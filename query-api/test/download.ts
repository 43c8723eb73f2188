// A download as a client on the network sees it.
import { createHash } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { READER_ROLES, type ApiUnderTest } from "./api-under-test.ts";

export const lines = (text: string): string[] => text.split("\n").slice(0, -1);
export const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");

const origins = new WeakMap<ApiUnderTest, Promise<string>>();
function originOf(one: ApiUnderTest): Promise<string> {
  const known = origins.get(one) ?? one.listen();
  origins.set(one, known);
  return known;
}

/** An answer that has begun, of which nothing was read yet. */
export async function begunDownload(api: ApiUnderTest, path: string): Promise<IncomingMessage> {
  const origin = await originOf(api);
  const authorization = `Bearer ${await api.issuer.token({ roles: READER_ROLES })}`;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(`${origin}${path}`, { headers: { authorization } }, resolve).on("error", reject).end();
  return promise;
}

/** As a client on the network sees it: body, trailers, and whether it arrived whole. */
export async function download(api: ApiUnderTest, path: string, onBegin: (answer: IncomingMessage) => void = () => {}) {
  const answer = await begunDownload(api, path);
  onBegin(answer);
  const pieces: Buffer[] = [];
  const fault = await (async () => {
    for await (const piece of answer) pieces.push(Buffer.from(piece));
  })().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return { answer, body: Buffer.concat(pieces), trailers: answer.trailers, fault };
}
