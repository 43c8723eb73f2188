// JWT confusion: tokens made to be taken for what they are not. All are refused with their reason, and no address in a token is ever visited.
// Headers, claims and shapes: confusion-claims.test.ts.
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK } from "jose";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer } from "../../test/issuer.ts";
import { tokenVerifier, type RefusalReason, type TokenVerifier } from "./verify-token.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00Z");
const seconds = now() / 1000;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const good = { iss: ISSUER, aud: AUDIENCE, sub: "user-1", exp: seconds + 3600, roles: [] };

let issuer: TestIssuer;
let verify: TokenVerifier;
const fetched = vi.fn(() => Promise.reject(new Error("no address is to be visited")));

beforeAll(async () => {
  vi.stubGlobal("fetch", fetched);
  issuer = await createIssuer(now, ["ES256", "RS256", "EdDSA"]);
  verify = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: issuer.keySet, now });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const refused = (reason: RefusalReason) => ({ outcome: "refused", reason });

const publicKey = (kid: string): JWK => issuer.jwks.keys.find((key): key is JWK => Object(key).kid === kid) ?? {};
const hmac = (algorithm: string, header: object, secret: string | Buffer): string => {
  const body = `${part(header)}.${part(good)}`;
  return `${body}.${createHmac(algorithm, secret).update(body).digest("base64url")}`;
};

/** The attacker's own key, in any header. */
async function own(header: object, alg = "ES256"): Promise<string> {
  const { privateKey, publicKey: jwk } = await generateKeyPair(alg, { extractable: true });
  const jwkOfAttacker = await exportJWK(jwk);
  const embedded = JSON.parse(JSON.stringify(header).replaceAll('"OWN"', JSON.stringify(jwkOfAttacker)));
  return new SignJWT(good).setProtectedHeader({ alg, typ: "at+jwt", ...embedded }).sign(privateKey);
}

const address = "http://127.0.0.1:9/keys";

test("the corpus begins with a token that is good", async () => {
  for (const algorithm of ["ES256", "RS256", "EdDSA"])
    expect(await verify(`Bearer ${await issuer.token({}, algorithm)}`)).toMatchObject({ outcome: "verified" });
});

describe("algorithms", () => {
  test.each(["none", "None", "NONE", "nOnE", "", "HS256", "HS384", "HS512", "ES384", "RS1", "dir", "A128KW", "ES256 "])(
    "%j, with and without a signature",
    async (alg) => {
      const body = `${part({ alg, kid: "ES256", typ: "at+jwt" })}.${part(good)}`;
      for (const signature of ["", "AAAA"])
        expect(await verify(`Bearer ${body}.${signature}`)).toEqual(refused(alg === "" ? "malformed" : "algorithm"));
    },
  );

  test.each([
    ["a number", 5],
    ["a list", ["ES256"]],
    ["nothing", null],
  ])("%s", async (_name, alg) => {
    expect(await verify(`Bearer ${part({ alg, kid: "ES256" })}.${part(good)}.AAAA`)).toEqual(refused("malformed"));
  });

  test.each(["HS256", "HS384", "HS512"])("%s with the public key as the secret, in every spelling", async (alg) => {
    for (const kid of ["RS256", "ES256"]) {
      const jwk = publicKey(kid);
      const spki = await exportSPKI(await crypto.subtle.importKey("jwk", jwk, importOf(kid), true, ["verify"]));
      const secrets = [
        spki,
        spki.trim(),
        `${spki}\n`,
        JSON.stringify(jwk),
        Buffer.from(spki.split("\n").slice(1, -1).join(""), "base64"),
        String(jwk.x ?? jwk.n),
        "",
      ];
      for (const secret of secrets)
        expect(await verify(`Bearer ${hmac(`sha${alg.slice(2)}`, { alg, kid, typ: "at+jwt" }, secret)}`)).toEqual(
          refused("algorithm"),
        );
    }
  });

  test.each([
    ["RS256", "ES256"],
    ["ES256", "RS256"],
    ["PS256", "ES256"],
    ["EdDSA", "ES256"],
  ])("%s named with the key of %s", async (alg, kid) => {
    expect(await verify(`Bearer ${part({ alg, kid, typ: "at+jwt" })}.${part(good)}.AAAA`)).toEqual(refused("key"));
  });
});

const importOf = (kid: string) =>
  kid === "RS256" ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } : { name: "ECDSA", namedCurve: "P-256" };

describe("keys", () => {
  test.each<[string, object, RefusalReason]>([
    ["embedded", { jwk: "OWN" }, "signature"],
    ["embedded, under the issuer's name for its own", { jwk: "OWN", kid: "ES256" }, "signature"],
    ["embedded, under a new name", { jwk: { kid: "mine" }, kid: "mine" }, "key"],
    ["at an address", { jku: address, kid: "mine" }, "key"],
    ["at an address, under the issuer's name for its own", { jku: address, kid: "ES256" }, "signature"],
    ["in a certificate at an address", { x5u: address, kid: "ES256" }, "signature"],
    ["in a certificate", { x5c: ["MIIB"], kid: "ES256" }, "signature"],
    ["by thumbprint", { x5t: "AAAA", "x5t#S256": "AAAA" }, "signature"],
  ])("of the attacker's, %s", async (_name, header, reason) => {
    expect(await verify(`Bearer ${await own(header)}`)).toEqual(refused(reason));
    expect(fetched).not.toHaveBeenCalled();
  });

  test.each([
    "../../../../dev/null",
    "/etc/passwd",
    "' OR 1=1 --",
    "ES256' UNION SELECT 'k",
    "$(id)",
    "`id`",
    "__proto__",
    "constructor",
    "es256",
    "ES256 ",
    "ES256\u0000",
    "",
    "x".repeat(5_000),
    address,
  ])("named %j", async (kid) => {
    expect(await verify(`Bearer ${await own({ kid })}`)).toEqual(refused("key"));
  });

  test.each<[string, unknown]>([
    ["a number", 1],
    ["a list", ["ES256"]],
    ["an object", { $ne: null }],
    ["true", true],
    ["null", null],
  ])("whose name is %s", async (_name, kid) => {
    expect(await verify(`Bearer ${await own({ kid })}`)).toMatchObject({ outcome: "refused" });
  });

  test("a signature of zeros, or none, or of another token", async () => {
    const [header, payload] = (await issuer.token()).split(".");
    const another = (await issuer.token({ sub: "user-2" })).split(".")[2];
    for (const signature of [
      "",
      Buffer.alloc(64).toString("base64url"),
      Buffer.alloc(1).toString("base64url"),
      another,
    ])
      expect(await verify(`Bearer ${header}.${payload}.${signature}`)).toEqual(refused("signature"));
  });

  test("an RSA key of the issuer's that is too short is no key", async () => {
    const { publicKey: short, privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const { remoteKeySet } = await import("./key-set.ts");
    const jwk = { ...short.export({ format: "jwk" }), kid: "short", alg: "RS256", use: "sig" };
    vi.stubGlobal("fetch", async () => Response.json({ keys: [jwk] }));
    const weak = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: remoteKeySet(new URL(address)), now });
    const body = `${part({ alg: "RS256", kid: "short", typ: "at+jwt" })}.${part(good)}`;
    const token = `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
    expect(await weak(`Bearer ${token}`)).toEqual(refused("key"));
    vi.stubGlobal("fetch", fetched);
  });
});
