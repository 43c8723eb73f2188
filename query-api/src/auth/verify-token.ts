// Authentication: from the Authorization header to the principal. Every way to fail is a value with a reason.
import { errors, jwtVerify } from "jose";
import { KeySetUnavailable, type KeySet } from "./key-set.ts";
import { principalOf, type Principal } from "./principal.ts";

/** Reason of a refusal and the words in which the caller hears it. */
export const refusals = {
  missing: "a bearer token is required",
  malformed: "the bearer token is malformed",
  algorithm: "the bearer token's algorithm is not accepted",
  key: "the bearer token was signed with an unknown key",
  signature: "the bearer token's signature is wrong",
  expired: "the bearer token has expired",
  claims: "the bearer token is not meant for this service",
} as const;

export type RefusalReason = keyof typeof refusals;

export type Verification =
  | { outcome: "verified"; principal: Principal }
  | { outcome: "refused"; reason: RefusalReason }
  | { outcome: "unavailable"; cause: KeySetUnavailable };

export type TokenVerifier = (authorization: string | undefined) => Promise<Verification>;

export interface TokenRules {
  issuer: string;
  audience: string;
  keySet: KeySet;
  /** Milliseconds UTC. */
  now: () => number;
}

/** Signatures by asymmetric keys only: with a shared-secret algorithm the public key itself would sign tokens. */
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 30;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

export function tokenVerifier({ issuer, audience, keySet, now }: TokenRules): TokenVerifier {
  return async (authorization) => {
    if (authorization === undefined) return refused("missing");
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return refused("malformed");
    try {
      const { payload } = await jwtVerify(token, keySet.keyFor, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["exp", "sub"],
        currentDate: new Date(now()),
      });
      const principal = principalOf(payload);
      return principal === undefined ? refused("claims") : { outcome: "verified", principal };
    } catch (fault) {
      if (fault instanceof KeySetUnavailable) return { outcome: "unavailable", cause: fault };
      if (fault instanceof errors.JOSEError) return refused(reasonOf(fault));
      throw fault;
    }
  };
}

const refused = (reason: RefusalReason): Verification => ({ outcome: "refused", reason });

function reasonOf(fault: errors.JOSEError): RefusalReason {
  if (fault instanceof errors.JWTExpired) return "expired";
  if (fault instanceof errors.JWTClaimValidationFailed) return "claims";
  if (fault instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) return "algorithm";
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) return "key";
  return "malformed";
}
