// Authentication: from the Authorization header to the principal. Every way to fail is a value with a reason.
import { errors, jwtVerify } from "jose";
import { KeySetUnavailable, UnusableKey, type KeySet } from "./key-set.ts";
import { principalOf, type Principal } from "./principal.ts";

/** Reason of a refusal and the words in which the caller hears it. */
export const refusals = {
  missing: "a bearer token is required",
  malformed: "the bearer token is malformed",
  algorithm: "the bearer token's algorithm or header is not accepted",
  type: "the bearer token is no access token",
  key: "the bearer token was signed with an unknown key",
  signature: "the bearer token's signature is wrong",
  expired: "the bearer token has expired",
  claims: "the bearer token is not meant for this service",
} as const;

export type RefusalReason = keyof typeof refusals;

export type Verification =
  | {
      outcome: "verified";
      principal: Principal;
      /** Milliseconds UTC. */
      expiresAt: number;
    }
  | { outcome: "refused"; reason: RefusalReason }
  | { outcome: "unavailable"; cause: KeySetUnavailable };

export type TokenVerifier = (authorization: string | undefined) => Promise<Verification>;

export interface TokenRules {
  issuer: string;
  audience: string;
  /** Values of `typ` that are accepted, compared as RFC 7515 4.1.9 says; a token without one is a `JWT`. Default: access tokens of RFC 9068. */
  types?: readonly string[] | undefined;
  keySet: KeySet;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Signatures by asymmetric keys only: with a shared-secret algorithm the public key itself would sign tokens. */
// EdDSA is Ed25519 here; RFC 9864 calls it so.
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA", "Ed25519"];
const CLOCK_TOLERANCE_SECONDS = 30;
/** As long as all headers together may be (server-options.ts). */
const MOST_CHARACTERS = 16 * 1024;
/** RFC 9068: an ID token, or whatever else the issuer signs, is not to open this door. */
export const ACCESS_TOKEN_TYPES: readonly string[] = ["at+jwt"];
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

export function tokenVerifier({ issuer, audience, types, keySet, now }: TokenRules): TokenVerifier {
  const accepted = new Set((types ?? ACCESS_TOKEN_TYPES).map(mediaType));
  return async (authorization) => {
    if (authorization === undefined) return refused("missing");
    if (authorization.length > MOST_CHARACTERS) return refused("malformed");
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return refused("malformed");
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keySet.keyFor, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["exp", "sub"],
        currentDate: new Date(now()),
      });
      if (!accepted.has(typeOf(protectedHeader))) return refused("type");
      const principal = principalOf(payload);
      if (principal === undefined) return refused("claims");
      return { outcome: "verified", principal, expiresAt: (payload.exp ?? 0) * 1_000 };
    } catch (fault) {
      if (fault instanceof KeySetUnavailable) return { outcome: "unavailable", cause: fault };
      if (fault instanceof UnusableKey) return refused("key");
      if (fault instanceof errors.JOSEError) return refused(reasonOf(fault));
      throw fault;
    }
  };
}

const refused = (reason: RefusalReason): Verification => ({ outcome: "refused", reason });

/** The header is the caller's word: what should be text may be anything. */
const typeOf = ({ typ = "JWT" }: { readonly typ?: unknown }): string => (typeof typ === "string" ? mediaType(typ) : "");

/** Without regard to case, and `application/` may be left out. */
const mediaType = (type: string): string => type.toLowerCase().replace(/^application\//, "");

function reasonOf(fault: errors.JOSEError): RefusalReason {
  if (fault instanceof errors.JWTExpired) return "expired";
  if (fault instanceof errors.JWTClaimValidationFailed) return "claims";
  if (fault instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) return "algorithm";
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) return "key";
  return "malformed";
}
