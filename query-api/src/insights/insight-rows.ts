// Port: the rows of an insight's query. ClickHouse is the real one; the double answers with what a test gave it.
import type { ClickHouseClient } from "@clickhouse/client";
import { readRows } from "../store/read-rows.ts";
import type { InsightQuery, InsightRow } from "./insight.ts";

export interface InsightRows {
  /** `kind`: whose query it is. Throws StoreUnavailable, also where it takes longer than it may. */
  rows(kind: string, query: InsightQuery, signal: AbortSignal): Promise<readonly InsightRow[]>;
}

export const clickhouseInsightRows = (client: ClickHouseClient): InsightRows => ({
  rows: async (_kind, query, signal) => {
    const found: InsightRow[] = [];
    for await (const values of readRows(client, query, query.columns.length, signal))
      found.push(Object.fromEntries(query.columns.map((column, index) => [column, values[index] ?? ""])));
    return found;
  },
});

/** Rows by kind; a kind that is not among them has none. */
export const memoryInsightRows = (rows: Readonly<Record<string, readonly InsightRow[]>> = {}): InsightRows => ({
  rows: async (kind) => rows[kind] ?? [],
});
