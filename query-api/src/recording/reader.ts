// Who reads, and from where: what of a request an event may tell. Neither headers nor the query, which may hold tokens and cursors.
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Principal } from "../auth/principal.ts";
import { principalOf } from "../auth/request-principal.ts";
import { pathOf } from "../routes/error-answers.ts";

export interface Reader {
  readonly subject: string;
  readonly email: string | undefined;
  /** Of the token's roles; undefined where they name none or several. */
  readonly ownOrganization: string | undefined;
  readonly method: string;
  /** Path without its query. */
  readonly endpoint: string;
  readonly sourceIpAddress: string | undefined;
  readonly userAgent: string | undefined;
  /** As the caller got it. */
  readonly requestId: string;
}

/** Enough to tell programs apart; a header may be far longer, and readers are remembered for a minute. */
const MAX_USER_AGENT = 512;

/** Throws where the route does not authenticate. */
export function readerOf(request: FastifyRequest): Reader {
  const { subject, email, roles } = principalOf(request);
  return {
    subject,
    email,
    ownOrganization: onlyOrganization(roles),
    method: request.method,
    endpoint: pathOf(request.url),
    sourceIpAddress: addressOf(request.ip),
    userAgent: request.headers["user-agent"]?.slice(0, MAX_USER_AGENT),
    requestId: request.id,
  };
}

function onlyOrganization(roles: Principal["roles"]): string | undefined {
  const ids = new Set(roles.flatMap(({ scopeType, scopeId }) => (scopeType === "ORGANIZATION" ? [scopeId] : [])));
  const [id] = ids;
  return ids.size === 1 ? id : undefined;
}

/** A socket that listens on both families shows IPv4 as ::ffff:192.0.2.1; behind a trusted proxy it is what that proxy wrote. */
function addressOf(ip: string): string | undefined {
  const address = /^::ffff:([\d.]+)$/i.exec(ip)?.[1] ?? ip;
  return isIP(address) === 0 ? undefined : address;
}

/** The platform gives service accounts e-mails of this domain, and nobody else. */
const SERVICE_ACCOUNTS = "@sa.stackit.cloud";

export const isServiceAccount = ({ email }: Pick<Reader, "email">): boolean =>
  email?.toLowerCase().endsWith(SERVICE_ACCOUNTS) === true;
