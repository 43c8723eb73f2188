import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { AUDIENCE, createIssuer, ISSUER } from "../../test/issuer.ts";
import { remoteKeySet } from "./key-set.ts";
import { tokenVerifier } from "./verify-token.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(status: number, body: string): Promise<{ url: URL; fetched: () => number }> {
  let fetched = 0;
  server = createServer((_request, response) => {
    fetched += 1;
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { url: new URL(`http://127.0.0.1:${port}/jwks`), fetched: () => fetched };
}

const verifier = (url: URL) =>
  tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: remoteKeySet(url), now: Date.now });

test("keys are fetched once and unknown keys do not hammer the issuer", async () => {
  const issuer = await createIssuer(Date.now);
  const { url, fetched } = await serve(200, JSON.stringify(issuer.jwks));
  const verify = verifier(url);
  const token = await issuer.token();
  const [head = "", ...rest] = token.split(".");
  const header: object = JSON.parse(Buffer.from(head, "base64url").toString());
  const unknown = [Buffer.from(JSON.stringify({ ...header, kid: "unknown" })).toString("base64url"), ...rest].join(".");
  expect(await verify(`Bearer ${token}`)).toMatchObject({ outcome: "verified" });
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await verify(`Bearer ${unknown}`)).toEqual({ outcome: "refused", reason: "key" });
  expect(fetched()).toBe(1);
});

test("loading waits for the keys and fetches them once", async () => {
  const issuer = await createIssuer(Date.now);
  const { url, fetched } = await serve(200, JSON.stringify(issuer.jwks));
  const keySet = remoteKeySet(url);
  await keySet.load();
  await keySet.load();
  expect(fetched()).toBe(1);
});

test.each([
  ["answers an error", 500, "{}"],
  ["answers nonsense", 200, "<html>"],
  ["answers something else", 200, '{"keys":7}'],
])("an issuer that %s is away", async (_name, status, body) => {
  const issuer = await createIssuer(Date.now);
  const { url } = await serve(status, body);
  expect(await verifier(url)(`Bearer ${await issuer.token()}`)).toMatchObject({ outcome: "unavailable" });
  await expect(remoteKeySet(url).load()).rejects.toThrow("the issuer's keys cannot be fetched");
});

test("an issuer that nobody answers for is away", async () => {
  const issuer = await createIssuer(Date.now);
  const { url } = await serve(200, "{}");
  server?.close();
  await once(server ?? createServer(), "close");
  expect(await verifier(url)(`Bearer ${await issuer.token()}`)).toMatchObject({ outcome: "unavailable" });
});
