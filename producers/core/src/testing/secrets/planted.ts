// A text as it would stand in reality, and the part of it that must not be seen again.
import { Buffer } from "node:buffer";

export type Planted = readonly [text: string, secret: string];

/** Stands for any value that gives itself away by what stands around it only. */
export const SECRET = "hunter2-correct-horse";

export const base64 = (text: string): string => Buffer.from(text).toString("base64");
export const base64url = (text: string): string => Buffer.from(text).toString("base64url");

/** So many characters that look random, the same ones every time. */
export function noise(length: number, alphabet = "aB3dE6gH9jK2mN5pQ8sT1vW4xY7z"): string {
  let seed = length;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return alphabet.charAt(seed % alphabet.length);
  }).join("");
}

export const HEX = "0123456789abcdef";
export const pem = (kind: string, body = `MIIEpAIBAAKCAQEA${SECRET}`, newline = "\n"): string =>
  [`-----BEGIN ${kind}PRIVATE KEY-----`, body, `-----END ${kind}PRIVATE KEY-----`].join(newline);

const part = (value: object): string => base64url(JSON.stringify(value));
export const SIGNATURE = noise(43);
export const JWT = `${part({ alg: "RS256", kid: "1" })}.${part({ sub: "user-1", exp: 1_700_000_000 })}.${SIGNATURE}`;
export const UNSIGNED_JWT = `${part({ alg: "none" })}.${part({ sub: "user-1", role: "owner" })}.`;
export const UNSIGNED_CLAIMS = part({ sub: "user-1", role: "owner" });
