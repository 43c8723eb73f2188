// InitiatorTable in memory, for tests: every row that was written, and how often former parts are still there.
import { ERASED_VERSION } from "@audit-log/schemas";
import type { InitiatorTable, KnownInitiator } from "./table.ts";

interface Row {
  kind: string;
  id: string;
  email: string;
  version: bigint;
}

export class MemoryTable implements InitiatorTable {
  rows: Row[] = [];
  /** What each question after former parts is answered with, in turn; then none. */
  former: string[][] = [];
  /** Runs when rows are removed: what arrives in the meantime. */
  meanwhile: () => void = () => {};

  find(id: string): Promise<KnownInitiator[]> {
    const byKind = Map.groupBy(
      this.rows.filter((row) => row.id === id),
      ({ kind }) => kind,
    );
    const known = [...byKind].map(([kind, rows]) => {
      const latest = rows.reduce((newest, row) => (row.version > newest.version ? row : newest));
      const { email, version } = latest;
      return { kind, id, email, version, rowsWithEmail: rows.filter((row) => row.email !== "").length };
    });
    return Promise.resolve(known);
  }

  hideForEver({ kind, id }: Pick<Row, "kind" | "id">): Promise<void> {
    this.rows.push({ kind, id, email: "", version: BigInt(ERASED_VERSION) });
    return Promise.resolve();
  }

  removeEmails({ kind, id }: Pick<Row, "kind" | "id">): Promise<void> {
    this.rows = this.rows.filter((row) => row.kind !== kind || row.id !== id || row.email === "");
    this.meanwhile();
    return Promise.resolve();
  }

  formerParts(): Promise<string[]> {
    return Promise.resolve(this.former.shift() ?? []);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
