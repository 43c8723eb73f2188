// Texts that callers carry back to us: opaque, signed, and good only where they were given out.
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Seal {
  /** `binding`: what a request says anyway; it is signed and not carried. */
  readonly seal: (body: Uint8Array, binding: readonly unknown[]) => string;
  /** The body, of `length` bytes, or of any; undefined for anything but an unchanged text of this binding. */
  readonly open: (text: string, length: number | "any", binding: readonly unknown[]) => Buffer | undefined;
}

const MAC_BYTES = 32;

/** `secret`: at least 32 bytes, the same on every instance of the service. */
export function createSeal(secret: string): Seal {
  const mac = (body: Uint8Array, binding: readonly unknown[]): Buffer =>
    createHmac("sha256", secret).update(body).update(JSON.stringify(binding)).digest();
  return {
    seal: (body, binding) => Buffer.concat([body, mac(body, binding)]).toString("base64url"),
    open: (text, expected, binding) => {
      const bytes = Buffer.from(text, "base64url");
      const length = expected === "any" ? Math.max(0, bytes.length - MAC_BYTES) : expected;
      // The decoder skips foreign characters and unused bits: only the canonical text counts.
      if (bytes.length !== length + MAC_BYTES || bytes.toString("base64url") !== text) return undefined;
      const body = bytes.subarray(0, length);
      return timingSafeEqual(bytes.subarray(length), mac(body, binding)) ? body : undefined;
    },
  };
}
