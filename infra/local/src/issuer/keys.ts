/** The issuer's one signing key (ES256), made once and kept where only the owner can read it, so that tokens outlive a restart. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CryptoKey as PrivateKey,
  type JWK,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
} from "jose";
import { z } from "zod";

export const ALGORITHM = "ES256";

/** A private P-256 key as JSON Web Key. */
const PrivateJwk = z.object({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
});

export interface SigningKey {
  readonly id: string;
  readonly private: PrivateKey;
  readonly public: JWK;
}

export async function keepSigningKey(dataDir: string): Promise<SigningKey> {
  const file = join(dataDir, "issuer-key.json");
  const { d, ...visible } = (await readKey(file)) ?? (await makeKey(file));
  const key = await importJWK({ ...visible, d }, ALGORITHM);
  if (!(key instanceof CryptoKey)) throw new Error(`${file} does not hold a private key.`);
  return { id: visible.kid, private: key, public: { ...visible, alg: ALGORITHM, use: "sig" } };
}

async function readKey(file: string): Promise<z.infer<typeof PrivateJwk> | undefined> {
  try {
    return PrivateJwk.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new Error(`${file} cannot be used: remove it and all tokens are made anew.`, { cause: error });
  }
}

async function makeKey(file: string): Promise<z.infer<typeof PrivateJwk>> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = PrivateJwk.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return key;
}
