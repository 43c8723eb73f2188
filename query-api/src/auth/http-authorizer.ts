// An Authorizer that asks the platform's authorization service. It fails closed: what is no clear answer is no answer.
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Scope } from "../scope.ts";
import { type Access, type Authorizer, AuthorizerUnavailable, READ_PERMISSION } from "./authorize.ts";
import { fetchJson } from "./bounded-fetch.ts";
import type { Principal } from "./principal.ts";

export interface HttpAuthorizerOptions {
  readonly url: URL;
  /** Sent as bearer token, where the service wants one. */
  readonly token?: string | undefined;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
}

/** Well within the time in which a request is answered (server-options.ts). */
const TIMEOUT_MS = 2_000;
const MOST_BYTES = 4_096;
/** Whoever loses a role reads on for this long, whoever gets one waits for this long. Per principal, so that it tells nobody anything. */
const REMEMBERED_MS = 5_000;
const MOST = 10_000;
const MOST_CHARACTERS = 4_000_000;

/** Unknown fields are let pass. `visibilities` left out: what tenants see. */
const answerSchema = z.discriminatedUnion("access", [
  z.object({
    access: z.literal("granted"),
    visibilities: z
      .array(z.enum(["PUBLIC", "PRIVATE"]))
      .min(1)
      .default(["PUBLIC"]),
  }),
  z.object({ access: z.enum(["forbidden", "unknown"]) }),
]);

/**
 * POST {subject, permission, scope: {type, id}, ancestors: [{type, id}, …]} and reads 200 {access: granted | forbidden | unknown, visibilities?}.
 * Types as in events: ORGANIZATION, FOLDER, PROJECT; ancestors nearest first, none where it is not known what is above the scope.
 */
export function httpAuthorizer({ url, token, now }: HttpAuthorizerOptions): Authorizer {
  const remembered = new LRUCache<string, Access>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_access, key) => key.length,
    ttl: REMEMBERED_MS,
    perf: { now },
    ttlResolution: 0,
  });
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };

  return {
    isFree: false,
    access: async (principal, scope, above, signal) => {
      const body = questionOf(principal, scope, above);
      const known = remembered.get(body);
      if (known !== undefined) return known;
      // Counted from the question: the answer may be as old as that.
      const start = now();
      const access = await ask(body, signal);
      remembered.set(body, access, { start });
      return access;
    },
  };

  async function ask(body: string, signal: AbortSignal): Promise<Access> {
    try {
      const init = { method: "POST", headers, body };
      return answerSchema.parse(await fetchJson({ url, init, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES, signal }));
    } catch (cause) {
      throw new AuthorizerUnavailable("the authorization service gave no answer", { cause });
    }
  }
}

const questionOf = ({ subject }: Principal, scope: Scope, above: readonly Scope[]): string =>
  JSON.stringify({ subject, permission: READ_PERMISSION, scope: bare(scope), ancestors: above.map(bare) });

const bare = ({ type, id }: Scope): Scope => ({ type, id });
