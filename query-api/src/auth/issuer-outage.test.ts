// The issuer over time: keys that change, an issuer that goes away, and how often it is asked whatever tokens come.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer } from "../../test/issuer.ts";
import { KeySetUnavailable, remoteKeySet, type KeySet } from "./key-set.ts";
import { tokenVerifier } from "./verify-token.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let server: Server;
let served: { status: number; body: string };
let fetches: number;
let issuer: TestIssuer;
let clock: number;
let keySet: KeySet;

beforeEach(async () => {
  issuer = await createIssuer(Date.now);
  served = { status: 200, body: JSON.stringify(issuer.jwks) };
  fetches = 0;
  clock = 1_000_000;
  server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(served.status).end(served.body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/jwks`);
  keySet = remoteKeySet(url, () => clock);
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const verify = async (token: string) =>
  (await tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet, now: Date.now })(`Bearer ${token}`)).outcome;
const goAway = (): void => {
  served = { status: 503, body: "" };
};
/** The same key under another name: a token that names a key nobody knows. */
const unknownKey = (kid: string) => issuer.sign({ alg: "ES256", typ: "at+jwt", kid }, {});

test("a flood of tokens of unknown keys makes the issuer be asked once in 30 seconds", async () => {
  expect(await verify(await issuer.token())).toBe("verified");
  const flood = await Promise.all(Array.from({ length: 500 }, (_none, index) => unknownKey(`key-${index}`)));
  const outcomes = await Promise.all(flood.map(verify));
  expect(new Set(outcomes)).toEqual(new Set(["refused"]));
  expect(fetches).toBe(1);
  clock += 31 * SECOND;
  expect(new Set(await Promise.all(flood.map(verify)))).toEqual(new Set(["refused"]));
  expect(fetches).toBe(2);
  expect(await verify(await issuer.token())).toBe("verified");
});

test("a key that is new is found, one that is withdrawn is trusted for 10 minutes at most", async () => {
  const former = issuer;
  const token = await former.token();
  expect(await verify(token)).toBe("verified");
  issuer = await createIssuer(Date.now, ["EdDSA"]);
  served.body = JSON.stringify(issuer.jwks);
  clock += 30 * SECOND;
  expect(await verify(await issuer.token())).toBe("verified");
  expect(await verify(token)).toBe("refused");
  served.body = JSON.stringify(former.jwks);
  clock += 10 * MINUTE;
  expect(await verify(await issuer.token())).toBe("refused");
  expect(await verify(token)).toBe("verified");
});

test("keys are kept for a day while the issuer is away, and it is said for how long", async () => {
  const token = await issuer.token();
  expect(await keySet.load()).toEqual({ overdueSeconds: 0 });
  goAway();
  clock += 12 * MINUTE;
  expect(await verify(token)).toBe("verified");
  expect(await keySet.load()).toEqual({ overdueSeconds: 120 });
  for (let request = 0; request < 100; request += 1) expect(await verify(token)).toBe("verified");
  expect(fetches).toBe(2);
  clock += 23 * HOUR;
  expect(await verify(token)).toBe("verified");
  clock += HOUR;
  expect(await verify(token)).toBe("unavailable");
  await expect(keySet.load()).rejects.toBeInstanceOf(KeySetUnavailable);
  served = { status: 200, body: JSON.stringify(issuer.jwks) };
  clock += 31 * SECOND;
  expect(await verify(token)).toBe("verified");
  expect(await keySet.load()).toEqual({ overdueSeconds: 0 });
});

test("a token of an unknown key is nobody's fault while the issuer is away", async () => {
  await keySet.load();
  const unknown = await unknownKey("new");
  expect(await verify(unknown)).toBe("refused");
  goAway();
  clock += 31 * SECOND;
  expect(await verify(unknown)).toBe("unavailable");
  expect(await verify(await issuer.token())).toBe("verified");
});

test("an issuer that never answered is asked once a second", async () => {
  goAway();
  const token = await issuer.token();
  for (let request = 0; request < 100; request += 1) expect(await verify(token)).toBe("unavailable");
  expect(fetches).toBe(1);
  clock += SECOND;
  served = { status: 200, body: JSON.stringify(issuer.jwks) };
  expect(await verify(token)).toBe("verified");
});

test.each([
  ["empty", '{"keys":[]}', "refused"],
  ["too long", `{"keys":[],"x":"${"x".repeat(300_000)}"}`, "unavailable"],
  ["no key set", '{"keys":{}}', "unavailable"],
  ["of keys that cannot be read", '{"keys":[{"kty":"EC","crv":"P-256","x":"","y":"","kid":"ES256"}]}', "refused"],
  ["of shared secrets", '{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"ES256","alg":"HS256"}]}', "refused"],
])("a key set that is %s", async (_name, body, outcome) => {
  served.body = body;
  expect(await verify(await issuer.token())).toBe(outcome);
});
