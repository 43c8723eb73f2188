/** A resource server's view: tokens verify against the published documents, and survive a restart of the issuer. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startIssuer } from "./issuer.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "audit-issuer-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const roles = [{ scopeType: "project", scopeId: "p1", role: "audit.viewer" }] as const;
const request = { subject: "u1", email: "a@example.com", roles, lifetimeSeconds: 60 };

it("mints access tokens that verify against what it serves", async () => {
  await using issuer = await startIssuer({ dataDir, audience: "audit" });
  const discovered = await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).json();
  expect(discovered).toMatchObject({ issuer: issuer.issuer, jwks_uri: issuer.jwksUrl });
  const keys = createRemoteJWKSet(new URL(issuer.jwksUrl));
  const { payload, protectedHeader } = await jwtVerify(await issuer.mint(request), keys, {
    issuer: issuer.issuer,
    audience: "audit",
    typ: "at+jwt",
  });
  expect(protectedHeader.alg).toBe("ES256");
  expect(payload).toMatchObject({ sub: "u1", email: "a@example.com", roles });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  expect(payload.jti).toBeTypeOf("string");
});

it("never serves the private part of its key, and keeps it readable by the owner only", async () => {
  await using issuer = await startIssuer({ dataDir, audience: "audit" });
  expect(await (await fetch(issuer.jwksUrl)).text()).not.toContain('"d"');
  expect((await stat(join(dataDir, "issuer-key.json"))).mode & 0o077).toBe(0);
});

it("keeps its address and key over a restart, so that earlier tokens stay valid", async () => {
  const first = await startIssuer({ dataDir, audience: "audit" });
  const token = await first.mint({ ...request, audience: "other" });
  await first.stop();
  await using second = await startIssuer({ dataDir, audience: "audit" });
  expect(second.issuer).toBe(first.issuer);
  const verified = await jwtVerify(token, createRemoteJWKSet(new URL(second.jwksUrl)), { audience: "other" });
  expect(verified.payload.sub).toBe("u1");
});

it("answers 404 for anything else", async () => {
  await using issuer = await startIssuer({ dataDir, audience: "audit", port: 0 });
  expect((await fetch(`${issuer.issuer}/token`)).status).toBe(404);
});
