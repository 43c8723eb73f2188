// TLS by files, as operators mount them: whom to trust, and who we are (mTLS).
import { readFileSync } from "node:fs";
import type { EnvironmentReader } from "./environment.ts";

/** Paths of PEM files. Without `ca` the system's authorities are trusted; `cert` and `key` belong together. */
export interface TlsFiles {
  ca?: string | undefined;
  cert?: string | undefined;
  key?: string | undefined;
}

/** `<prefix>_CA_FILE`, `<prefix>_CERT_FILE`, `<prefix>_KEY_FILE`; undefined where none is given. */
export function readTlsFiles(read: EnvironmentReader, prefix: string): TlsFiles | undefined {
  const ca = read.file(`${prefix}_CA_FILE`);
  const cert = read.file(`${prefix}_CERT_FILE`);
  const key = read.file(`${prefix}_KEY_FILE`);
  if ((cert === undefined) !== (key === undefined))
    read.fault(`${prefix}_CERT_FILE and ${prefix}_KEY_FILE belong together`);
  return ca === undefined && cert === undefined && key === undefined ? undefined : { ca, cert, key };
}

/** Their contents, as node:tls takes them; a file that was not given is left out. Throws where one cannot be read any more. */
export function tlsOptions({ ca, cert, key }: TlsFiles): { ca?: string; cert?: string; key?: string } {
  return {
    ...(ca === undefined ? {} : { ca: readFileSync(ca, "utf8") }),
    ...(cert === undefined ? {} : { cert: readFileSync(cert, "utf8") }),
    ...(key === undefined ? {} : { key: readFileSync(key, "utf8") }),
  };
}
