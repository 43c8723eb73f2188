// The issuer's public keys (JWKS): fetched when first needed, kept through an outage of the issuer; unknown keys cannot make us hammer it.
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { fetchJson } from "./bounded-fetch.ts";

/** The issuer did not hand out its keys: nothing can be said about any token. */
export class KeySetUnavailable extends Error {
  override readonly name = "KeySetUnavailable";
}

/** The issuer has the key that the token names, and it is broken or too weak. */
export class UnusableKey extends Error {
  override readonly name = "UnusableKey";
}

export interface KeySet {
  /** Throws KeySetUnavailable where the keys cannot be had, UnusableKey, a JOSEError where no key fits the token. */
  readonly keyFor: JWTVerifyGetKey;
  /** Resolves where there are keys; `overdueSeconds`: for how long they could not be fetched anew, 0 where they are fresh. Throws KeySetUnavailable. */
  load(): Promise<{ overdueSeconds: number }>;
}

const FETCH_TIMEOUT_MS = 3_000;
const MOST_BYTES = 256 * 1024;
/** A key that is not in the set makes us look again, and an issuer that is away is asked again, at most this often. */
const COOLDOWN_MS = 30_000;
/** The same as long as there are no keys at all. */
const FIRST_COOLDOWN_MS = 1_000;
/** A key that the issuer withdrew is trusted no longer than this while the issuer answers… */
const MAX_AGE_MS = 600_000;
/** …and no longer than this where it does not: an outage of the issuer must not be one of ours, but not for ever. */
const KEPT_MS = 24 * 3_600_000;
/** NIST SP 800-131A. The same bound is in jose, which throws a TypeError that looks like a fault of ours. */
const LEAST_RSA_BITS = 2_048;

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** `now`: milliseconds of a clock that is never set back. */
export function remoteKeySet(url: URL, now: () => number = () => performance.now()): KeySet {
  let kept: { keyFor: JWTVerifyGetKey; at: number } | undefined;
  let tried = { at: Number.NEGATIVE_INFINITY, fault: undefined as unknown };
  let pending: Promise<void> | undefined;

  /** Returns when the keys were fetched anew or could not be; at once where that was tried a moment ago. */
  async function refresh(cooldownMs: number): Promise<void> {
    if (pending === undefined && now() - tried.at < cooldownMs) return;
    pending ??= fetchKeys().finally(() => {
      pending = undefined;
    });
    await pending;
  }

  async function fetchKeys(): Promise<void> {
    // Counted from the question: the answer may be as old as that.
    const at = now();
    tried = { at, fault: undefined };
    try {
      kept = { keyFor: createLocalJWKSet(await fetchKeySet(url)), at };
    } catch (fault) {
      tried = { at, fault };
    }
  }

  async function current(): Promise<{ keyFor: JWTVerifyGetKey; at: number }> {
    if (kept === undefined) await refresh(FIRST_COOLDOWN_MS);
    else if (now() - kept.at >= MAX_AGE_MS) await refresh(COOLDOWN_MS);
    if (kept === undefined || now() - kept.at >= KEPT_MS) throw unavailable(tried.fault);
    return kept;
  }

  return {
    keyFor: async (header, token) => {
      const { keyFor } = await current();
      try {
        return usable(await keyFor(header, token));
      } catch (fault) {
        if (!(fault instanceof errors.JWKSNoMatchingKey)) throw unlessAboutTheToken(fault);
      }
      await refresh(COOLDOWN_MS);
      // A key that is new since the issuer is away: nobody can tell.
      if (tried.fault !== undefined) throw unavailable(tried.fault);
      try {
        return usable(await (kept?.keyFor ?? keyFor)(header, token));
      } catch (fault) {
        throw unlessAboutTheToken(fault);
      }
    },
    load: async () => {
      const { at } = await current();
      return { overdueSeconds: Math.max(0, Math.round((now() - at - MAX_AGE_MS) / 1000)) };
    },
  };
}

async function fetchKeySet(url: URL): Promise<JSONWebKeySet> {
  const init = { headers: { accept: "application/jwk-set+json, application/json" } };
  return keySetSchema.parse(await fetchJson({ url, init, timeoutMs: FETCH_TIMEOUT_MS, mostBytes: MOST_BYTES }));
}

const unavailable = (cause: unknown): KeySetUnavailable =>
  new KeySetUnavailable("the issuer's keys cannot be fetched", { cause });

/** What jose throws of its own is about the token; whatever else it throws is about a key that cannot be read. */
const unlessAboutTheToken = (fault: unknown): unknown =>
  fault instanceof errors.JOSEError || fault instanceof UnusableKey
    ? fault
    : new UnusableKey("a key of the issuer's cannot be read", { cause: fault });

type Key = Awaited<ReturnType<JWTVerifyGetKey>>;

function usable(key: Key): Key {
  if (!(key instanceof CryptoKey) || !("modulusLength" in key.algorithm)) return key;
  if (Number(key.algorithm.modulusLength) >= LEAST_RSA_BITS) return key;
  throw new UnusableKey("an RSA key of the issuer's is too short");
}
