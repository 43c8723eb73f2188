import { createHmac } from "node:crypto";
import { exportSPKI, importJWK } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { AUDIENCE, createIssuer, ISSUER, type TestIssuer, type TokenClaims } from "../../test/issuer.ts";
import { KeySetUnavailable } from "./key-set.ts";
import { tokenVerifier, type TokenVerifier } from "./verify-token.ts";

const now = (): number => Date.parse("2026-03-21T12:00:00Z");
const seconds = now() / 1000;
const ACCEPTED = ["RS256", "PS256", "ES256", "EdDSA"];

let issuer: TestIssuer;
let verify: TokenVerifier;

beforeAll(async () => {
  issuer = await createIssuer(now, [...ACCEPTED, "ES384"]);
  verify = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet: issuer.keySet, now });
});

const refused = (reason: string) => ({ outcome: "refused", reason });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const payload = part({ iss: ISSUER, aud: AUDIENCE, sub: "user-1", exp: seconds + 3600 });

describe("who is let in", () => {
  test.each(ACCEPTED)("a bearer of a token signed with %s", async (algorithm) => {
    const roles = [{ scopeType: "project", scopeId: "p", role: "reader" }];
    const token = await issuer.token({ email: "ada@example.com", roles }, algorithm);
    expect(await verify(`Bearer ${token}`)).toEqual({
      outcome: "verified",
      principal: {
        subject: "user-1",
        email: "ada@example.com",
        roles: [{ scopeType: "PROJECT", scopeId: "p", role: "reader" }],
      },
      expiresAt: (seconds + 3600) * 1_000,
    });
  });

  test("a token that ran out less than 30 seconds ago", async () => {
    expect(await verify(`Bearer ${await issuer.token({ exp: seconds - 29 })}`)).toMatchObject({ outcome: "verified" });
  });

  test("a role that is not understood grants nothing and spoils nothing", async () => {
    const roles = [
      { scopeType: "galaxy", scopeId: "g", role: "owner" },
      "x",
      { scopeType: "folder", scopeId: "f", role: "r" },
    ];
    expect(await verify(`Bearer ${await issuer.token({ roles })}`)).toMatchObject({
      principal: { roles: [{ scopeType: "FOLDER", scopeId: "f", role: "r" }] },
    });
  });
});

describe("who is not", () => {
  test.each<[string, TokenClaims, string]>([
    ["expired", { exp: seconds - 31 }, "expired"],
    ["without an end", { exp: null }, "claims"],
    ["of another audience", { aud: "billing" }, "claims"],
    ["of another issuer", { iss: "https://evil.example.com" }, "claims"],
    ["without a subject", { sub: "" }, "claims"],
    ["not valid yet", { nbf: seconds + 60 }, "claims"],
    ["with roles that are no list", { roles: "owner" }, "claims"],
  ])("a token %s", async (_name, claims, reason) => {
    expect(await verify(`Bearer ${await issuer.token(claims)}`)).toEqual(refused(reason));
  });

  test("a token of algorithm none", async () => {
    expect(await verify(`Bearer ${part({ alg: "none" })}.${payload}.`)).toEqual(refused("algorithm"));
  });

  test("a token whose shared secret is the issuer's public key", async () => {
    const [jwk = {}] = issuer.jwks.keys;
    const key = await importJWK({ ...jwk }, "RS256");
    if (!("type" in key)) expect.unreachable();
    const body = `${part({ alg: "HS256", kid: "RS256" })}.${payload}`;
    const signature = createHmac("sha256", await exportSPKI(key))
      .update(body)
      .digest("base64url");
    expect(await verify(`Bearer ${body}.${signature}`)).toEqual(refused("algorithm"));
  });

  test("an algorithm that is not on the list, though the issuer has a key for it", async () => {
    expect(await verify(`Bearer ${await issuer.token({}, "ES384")}`)).toEqual(refused("algorithm"));
  });

  test("a token of a key that the issuer does not have", async () => {
    const stranger = await createIssuer(now, ["ES256"]);
    expect(await verify(`Bearer ${await stranger.token()}`)).toEqual(refused("signature"));
    const body = `${part({ alg: "ES256", kid: "other" })}.${payload}`;
    expect(await verify(`Bearer ${body}.AAAA`)).toEqual(refused("key"));
  });

  test("a token whose claims were changed", async () => {
    const [header, , signature] = (await issuer.token()).split(".");
    const promoted = part({ iss: ISSUER, aud: AUDIENCE, sub: "root", exp: seconds + 3600 });
    expect(await verify(`Bearer ${header}.${promoted}.${signature}`)).toEqual(refused("signature"));
  });

  test.each([
    [undefined, "missing"],
    ["", "malformed"],
    ["Bearer", "malformed"],
    ["Bearer x", "malformed"],
    ["Bearer a.b.c", "malformed"],
    ["Basic dXNlcjpwYXNz", "malformed"],
  ])("the header %j", async (header, reason) => {
    expect(await verify(header)).toEqual(refused(reason));
  });
});

test("keys that cannot be had are not the bearer's fault", async () => {
  const fault = new KeySetUnavailable("away");
  const keySet = { keyFor: () => Promise.reject(fault), load: () => Promise.reject(fault) };
  const blind = tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, keySet, now });
  expect(await blind(`Bearer ${await issuer.token()}`)).toEqual({ outcome: "unavailable", cause: fault });
});
