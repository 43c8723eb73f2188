// An issuer of tokens for tests: its keys are made here and never leave the process.
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from "jose";
import type { KeySet } from "../src/index.ts";

export const ISSUER = "https://issuer.example.com";
export const AUDIENCE = "audit-log";

export interface TokenClaims {
  sub?: string;
  email?: string;
  roles?: unknown;
  iss?: string;
  aud?: string;
  /** Seconds UTC; null leaves it out. Default: an hour after `now`. */
  exp?: number | null;
  [claim: string]: unknown;
}

export interface TestIssuer {
  keySet: KeySet;
  jwks: { keys: object[] };
  token(claims?: TokenClaims, algorithm?: string): Promise<string>;
}

/** `now`: milliseconds UTC. */
export async function createIssuer(now: () => number, algorithms = ["ES256"]): Promise<TestIssuer> {
  const pairs = await Promise.all(
    algorithms.map(async (alg) => {
      const pair = await generateKeyPair(alg, { extractable: true });
      return { alg, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), alg, kid: alg, use: "sig" } };
    }),
  );
  const jwks = { keys: pairs.map(({ jwk }) => jwk) };
  return {
    jwks,
    keySet: { keyFor: createLocalJWKSet(jwks), load: async () => {} },
    token: async ({ exp = Math.floor(now() / 1000) + 3600, ...claims } = {}, algorithm = algorithms[0]) => {
      const pair = pairs.find(({ alg }) => alg === algorithm);
      if (pair === undefined) throw new Error(`the issuer has no key for ${algorithm}`);
      const payload = { iss: ISSUER, aud: AUDIENCE, sub: "user-1", ...claims, ...(exp === null ? {} : { exp }) };
      return new SignJWT(payload).setProtectedHeader({ alg: pair.alg, kid: pair.alg }).sign(pair.privateKey);
    },
  };
}
