// Ties authentication to requests: a hook that lets only verified principals through, and the principal it found.
import type { FastifyRequest, preValidationAsyncHookHandler } from "fastify";
import { tokenRefused } from "../log-events.ts";
import type { Metrics } from "../metrics.ts";
import { Problem, unavailable } from "../problem.ts";
import type { Principal } from "./principal.ts";
import { refusals, type TokenVerifier } from "./verify-token.ts";

const REALM = 'Bearer realm="audit-log"';

// Beside the request and not on it: what a route reads here is a verified principal or nothing.
const verified = new WeakMap<FastifyRequest, { principal: Principal; expiresAt: number }>();

/** Throws where the route forgot the hook: a fault of ours, answered 500. */
export function principalOf(request: FastifyRequest): Principal {
  return verifiedOf(request).principal;
}

/** Until when the request's token is good, milliseconds UTC; for answers that last. */
export const expiryOf = (request: FastifyRequest): number => verifiedOf(request).expiresAt;

function verifiedOf(request: FastifyRequest) {
  const found = verified.get(request);
  if (found === undefined) throw new Error("the route does not authenticate");
  return found;
}

export function authentication(verify: TokenVerifier, metrics: Metrics): preValidationAsyncHookHandler {
  return async (request) => {
    const verification = await verify(request.headers.authorization);
    switch (verification.outcome) {
      case "verified":
        verified.set(request, verification);
        return;
      case "unavailable":
        throw unavailable("The issuer of tokens cannot be reached, try again later", verification.cause);
      case "refused": {
        const { reason } = verification;
        metrics.authRefusals.inc({ reason });
        tokenRefused(request.log, { reason });
        const detail = reason === "missing" ? "" : `, error="invalid_token", error_description="${refusals[reason]}"`;
        throw new Problem("not-authenticated", `The request could not be authorized: ${refusals[reason]}`, {
          headers: { "www-authenticate": REALM + detail },
        });
      }
    }
  };
}
