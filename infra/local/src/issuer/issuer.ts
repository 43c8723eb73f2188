/**
 * An issuer of access tokens for local use: what an identity provider serves so that a resource server can check tokens, and a
 * function that makes them. It knows no users and has no login.
 */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { SignJWT } from "jose";
import { ALGORITHM, keepSigningKey } from "./keys.ts";
import { serveDocuments } from "./serve.ts";

export type RoleClaim =
  | { readonly scopeType: "organization" | "folder" | "project"; readonly scopeId: string; readonly role: string }
  | { readonly scopeType: "platform"; readonly role: string };

export interface TokenRequest {
  readonly subject: string;
  readonly email: string;
  /** Default: the issuer's own audience. */
  readonly audience?: string;
  readonly roles: readonly RoleClaim[];
  /** Below zero: it has run out already. */
  readonly lifetimeSeconds: number;
}

export interface IssuerOptions {
  readonly dataDir: string;
  readonly audience: string;
  /** Default: the port of an earlier start when it is free, for tokens name the issuer's address. 0: any. */
  readonly port?: number;
}

export interface Issuer extends AsyncDisposable {
  /** The `iss` of every token, and the address below which the documents are served. */
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
  /** A signed access token (RFC 9068), as compact JWT. */
  mint(request: TokenRequest): Promise<string>;
  stop(): Promise<void>;
}

export async function startIssuer({ dataDir, audience, port }: IssuerOptions): Promise<Issuer> {
  const key = await keepSigningKey(dataDir);
  const served = await serveDocuments(join(dataDir, "issuer-port.json"), port, (issuer) => ({
    "/.well-known/openid-configuration": {
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: [ALGORITHM],
      response_types_supported: ["token"],
      subject_types_supported: ["public"],
    },
    "/.well-known/jwks.json": { keys: [key.public] },
  }));
  const { issuer } = served;
  const stop = () => served.stop();
  return {
    issuer,
    jwksUrl: `${issuer}/.well-known/jwks.json`,
    audience,
    mint: async (request) => {
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({ email: request.email, roles: request.roles.map((role) => ({ ...role })) })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: "at+jwt" })
        .setIssuer(issuer)
        .setAudience(request.audience ?? audience)
        .setSubject(request.subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + request.lifetimeSeconds)
        .sign(key.private);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
