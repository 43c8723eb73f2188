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
  token(claims?: TokenClaims, algorithm?: string, header?: object): Promise<string>;
  /** By the key of ES256, whatever header and payload say: no library looks at them. */
  sign(header: object, payload: unknown): Promise<string>;
}

/** `now`: milliseconds UTC. */
export async function createIssuer(now: () => number, algorithms = ["ES256"]): Promise<TestIssuer> {
  const pairs = await Promise.all(
    algorithms.map(async (alg) => {
      const pair = await generateKeyPair(alg, { extractable: true });
      return { alg, ...pair, jwk: { ...(await exportJWK(pair.publicKey)), alg, kid: alg, use: "sig" } };
    }),
  );
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const jwks = { keys: pairs.map(({ jwk }) => jwk) };
  return {
    jwks,
    keySet: { keyFor: createLocalJWKSet(jwks), load: async () => ({ overdueSeconds: 0 }) },
    sign: async (header, payload) => {
      const key = pairs.find(({ alg }) => alg === "ES256")?.privateKey;
      if (key === undefined) throw new Error("the issuer has no key for ES256");
      const body = `${part(header)}.${part(payload)}`;
      const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, Buffer.from(body));
      return `${body}.${Buffer.from(signature).toString("base64url")}`;
    },
    token: async (
      { exp = Math.floor(now() / 1000) + 3600, ...claims } = {},
      algorithm = algorithms[0],
      header = {},
    ) => {
      const pair = pairs.find(({ alg }) => alg === algorithm);
      if (pair === undefined) throw new Error(`the issuer has no key for ${algorithm}`);
      const payload = { iss: ISSUER, aud: AUDIENCE, sub: "user-1", ...claims, ...(exp === null ? {} : { exp }) };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: pair.alg, kid: pair.alg, typ: "at+jwt", ...header })
        .sign(pair.privateKey);
    },
  };
}
