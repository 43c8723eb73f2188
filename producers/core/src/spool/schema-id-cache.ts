// Which id the registry gave a schema, remembered so that a restart can send without the registry. A cache: damaged or missing is empty.
// The ids are those of one registry: a service that moves to another one deletes `ids.json`.
import { readFile } from "node:fs/promises";
import { codeOf, unavailable } from "./faults.ts";
import { replaceFile } from "./files.ts";
import { Turns } from "./turns.ts";

type Row = readonly [subject: string, fingerprint: string, id: number];

export class SchemaIdCache {
  readonly #file: string;
  readonly #rows: Map<string, Row>;
  readonly #turns = new Turns();

  private constructor(file: string, rows: readonly Row[]) {
    this.#file = file;
    this.#rows = new Map(rows.map((row) => [keyOf(row[0], row[1]), row]));
  }

  static async open(file: string): Promise<SchemaIdCache> {
    return new SchemaIdCache(file, await readRows(file));
  }

  get(subject: string, fingerprint: string): number | undefined {
    return this.#rows.get(keyOf(subject, fingerprint))?.[2];
  }

  /** Known at once, on disk when it resolves. Throws SpoolUnavailable. */
  async put(subject: string, fingerprint: string, id: number): Promise<void> {
    if (this.get(subject, fingerprint) === id) return;
    this.#rows.set(keyOf(subject, fingerprint), [subject, fingerprint, id]);
    await this.#turns.run(async () => {
      try {
        await replaceFile(this.#file, `${JSON.stringify([...this.#rows.values()], undefined, 1)}\n`);
      } catch (cause) {
        throw unavailable("remember a schema's id", cause);
      }
    });
  }

  /** Resolves when everything put is on disk, or failed. */
  settled(): Promise<void> {
    return this.#turns.run(() => Promise.resolve());
  }
}

const keyOf = (subject: string, fingerprint: string): string => `${fingerprint} ${subject}`;

async function readRows(file: string): Promise<Row[]> {
  try {
    const rows: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(rows) && rows.every(isRow) ? rows : [];
  } catch (cause) {
    if (cause instanceof SyntaxError || codeOf(cause) === "ENOENT") return [];
    throw cause;
  }
}

const isRow = (row: unknown): row is Row =>
  Array.isArray(row) &&
  row.length === 3 &&
  typeof row[0] === "string" &&
  typeof row[1] === "string" &&
  Number.isInteger(row[2]);
