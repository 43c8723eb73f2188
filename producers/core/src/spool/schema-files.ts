// The schemas that spooled entries were encoded with, one file each, so that they can be decoded and registered by a later process.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf, unavailable } from "./faults.ts";
import { replaceFile, syncFolder } from "./files.ts";

const FINGERPRINT = /^[0-9a-f]{64}$/;

export class SchemaFiles {
  readonly #folder: string;
  /** Known to be on disk. */
  readonly #stored = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps the schema (JSON text) and answers with its fingerprint: SHA-256, 64 hex digits. Throws SpoolUnavailable. */
  async putSchema(text: string): Promise<string> {
    const fingerprint = sha256(text);
    try {
      if (!this.#stored.has(fingerprint)) {
        if ((await this.#read(fingerprint)) !== text) await replaceFile(this.#file(fingerprint), text);
        // An earlier process may have died between writing it and this.
        else await syncFolder(this.#folder);
      }
    } catch (cause) {
      throw unavailable("keep a schema", cause);
    }
    this.#stored.add(fingerprint);
    return fingerprint;
  }

  /** Undefined where it was never put, or its file is damaged. Throws SpoolUnavailable. */
  async schemaOf(fingerprint: string): Promise<string | undefined> {
    try {
      const text = FINGERPRINT.test(fingerprint) ? await this.#read(fingerprint) : undefined;
      return text !== undefined && sha256(text) === fingerprint ? text : undefined;
    } catch (cause) {
      throw unavailable("read a schema", cause);
    }
  }

  /** Whether this process knows it to be on disk: putSchema() answered with it. */
  has(fingerprint: string): boolean {
    return this.#stored.has(fingerprint);
  }

  async #read(fingerprint: string): Promise<string | undefined> {
    try {
      return await readFile(this.#file(fingerprint), "utf8");
    } catch (cause) {
      if (codeOf(cause) === "ENOENT") return undefined;
      throw cause;
    }
  }

  #file(fingerprint: string): string {
    return join(this.#folder, `${fingerprint}.avsc`);
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
