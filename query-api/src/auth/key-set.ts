// The issuer's public keys (JWKS), fetched when first needed and cached; unknown keys cannot make us hammer the issuer.
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose";

/** The issuer did not hand out its keys: nothing can be said about any token. */
export class KeySetUnavailable extends Error {
  override readonly name = "KeySetUnavailable";
}

export interface KeySet {
  /** Throws KeySetUnavailable where the keys cannot be had, a JOSEError where no key fits the token. */
  readonly keyFor: JWTVerifyGetKey;
  /** Resolves once the keys have been loaded at least once; throws KeySetUnavailable. */
  load(): Promise<void>;
}

const FETCH_TIMEOUT_MS = 3_000;
/** A key that is not in the set makes us look again, at most this often. */
const COOLDOWN_MS = 30_000;
/** A key that the issuer withdrew is trusted no longer than this. */
const MAX_AGE_MS = 600_000;

export function remoteKeySet(url: URL): KeySet {
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: MAX_AGE_MS,
  });
  return {
    keyFor: async (header, token) => {
      try {
        return await remote(header, token);
      } catch (cause) {
        if (isAboutTheToken(cause)) throw cause;
        throw new KeySetUnavailable("the issuer's keys cannot be fetched", { cause });
      }
    },
    load: async () => {
      if (remote.jwks() !== undefined) return;
      try {
        await remote.reload();
      } catch (cause) {
        throw new KeySetUnavailable("the issuer's keys cannot be fetched", { cause });
      }
    },
  };
}

const isAboutTheToken = (cause: unknown): boolean =>
  cause instanceof errors.JWKSNoMatchingKey ||
  cause instanceof errors.JWKSMultipleMatchingKeys ||
  cause instanceof errors.JOSENotSupported;
