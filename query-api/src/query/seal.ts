// Text that only this service makes: what a caller carries for us and can neither read as a promise nor bend.
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Seal {
  /** `bound`: what it is valid for; signed, and not carried. */
  seal(body: Buffer, bound: readonly unknown[]): string;
  /** Undefined for anything but an unchanged seal of the same. */
  open(text: string, bound: readonly unknown[]): Buffer | undefined;
}

const MAC_BYTES = 32;

/** `secret`: at least 32 bytes, the same on every instance of the service. `purpose`: one kind of text is not another. */
export function createSeal(secret: string, purpose: string): Seal {
  const mac = (body: Uint8Array, bound: readonly unknown[]): Buffer =>
    createHmac("sha256", secret)
      .update(JSON.stringify([purpose, body.length, ...bound]))
      .update(body)
      .digest();
  return {
    seal: (body, bound) => Buffer.concat([body, mac(body, bound)]).toString("base64url"),
    open: (text, bound) => {
      const bytes = Buffer.from(text, "base64url");
      // The decoder skips foreign characters and unused bits: only the canonical text is a seal.
      if (bytes.length < MAC_BYTES || bytes.toString("base64url") !== text) return undefined;
      const body = bytes.subarray(0, -MAC_BYTES);
      return timingSafeEqual(bytes.subarray(-MAC_BYTES), mac(body, bound)) ? body : undefined;
    },
  };
}
