// Generated from schemas/avro by `npm run schemas:generate`. Do not edit.
/** Entries of an audit log were shown: pages of a list, or one entry. */
export interface EntriesViewed {
  /** Version of the API that was asked: v2 or v3. */
  apiVersion: string;
  /** What was asked for: list, entry or tail. */
  viewKind: string;
  /** Id of the entry where one was asked for; null for a list. */
  entryId?: string | null | undefined;
  /** First event time that was asked for, milliseconds UTC: the earliest of all reads; null where the read failed before that was known. */
  periodStartAt?: number | null | undefined;
  /** First event time after the period, milliseconds UTC: the latest of all reads; null where the read failed before that was known. */
  periodEndAt?: number | null | undefined;
  /** Most entries per page, as in the last read; null where pages do not apply. */
  limit?: number | null | undefined;
  /** True where everything below the scope was asked for as well. */
  includesDescendants: boolean;
  /** Entries that were read for the reader, in all reads together. */
  rows: number;
  /** Bytes of the answers' bodies, of all reads together, before compression; null where not known. */
  answerBytes?: number | null | undefined;
  /** How many requests the event stands for: those that differ only in period and page, within a minute; 0 where one that was told before goes on (a tail). */
  reads: number;
  /** When the first of them was answered, milliseconds UTC; the event's time is the last one's. */
  firstReadAt: number;
}

/** An audit log was searched: a list with a filter or a text, or figures over its entries. */
export interface EntriesSearched {
  /** Version of the API that was asked: v2 or v3. */
  apiVersion: string;
  /** What was asked for: list, tail, related, histogram, facets or insights. */
  searchKind: string;
  /** Filter and search text as asked, cut to 2,048 characters; null where there was none. */
  filter?: string | null | undefined;
  /** First event time that was asked for, milliseconds UTC: the earliest of all reads; null where the read failed before that was known. */
  periodStartAt?: number | null | undefined;
  /** First event time after the period, milliseconds UTC: the latest of all reads; null where the read failed before that was known. */
  periodEndAt?: number | null | undefined;
  /** Most entries per page, as in the last read; null where pages do not apply. */
  limit?: number | null | undefined;
  /** True where everything below the scope was asked for as well. */
  includesDescendants: boolean;
  /** Entries that were read for the reader, in all reads together. */
  rows: number;
  /** Bytes of the answers' bodies, of all reads together, before compression; null where not known. */
  answerBytes?: number | null | undefined;
  /** How many requests the event stands for: those that differ only in period and page, within a minute; 0 where one that was told before goes on (a tail). */
  reads: number;
  /** When the first of them was answered, milliseconds UTC; the event's time is the last one's. */
  firstReadAt: number;
}

/** Entries of an audit log were downloaded as a file. */
export interface EntriesDownloaded {
  /** Version of the API that was asked: v2 or v3. */
  apiVersion: string;
  /** Format of the file: ndjson, csv, parquet or ocsf. */
  format: string;
  /** True where the file reached its end and was handed over whole. */
  complete: boolean;
  /** Filter and search text as asked, cut to 2,048 characters; null where there was none. */
  filter?: string | null | undefined;
  /** First event time that was asked for, milliseconds UTC: the earliest of all reads; null where the read failed before that was known. */
  periodStartAt?: number | null | undefined;
  /** First event time after the period, milliseconds UTC: the latest of all reads; null where the read failed before that was known. */
  periodEndAt?: number | null | undefined;
  /** True where everything below the scope was asked for as well. */
  includesDescendants: boolean;
  /** Entries that were read for the reader, in all reads together. */
  rows: number;
  /** Bytes of the answers' bodies, of all reads together, before compression; null where not known. */
  answerBytes?: number | null | undefined;
}

/** Reading an audit log was refused: the reader has no role on its scope, or none that may read it. */
export interface EntriesDenied {
  /** Version of the API that was asked: v2 or v3. */
  apiVersion: string;
  /** Permission that was needed. */
  permission: string;
  /** missing-permission: a role on the scope, but none that may read; no-role: nothing to do with the scope, whether it exists or not. */
  reason: string;
  /** Type of the scope that was asked for first: ORGANIZATION, FOLDER or PROJECT. */
  attemptedScopeType: string;
  /** Ids that were asked for, as they were asked for: the first 10 that differ. */
  attemptedScopeIds: string[];
  /** How many requests the event stands for, within a minute. */
  attempts: number;
  /** When the first of them was refused, milliseconds UTC; the event's time is the last one's. */
  firstAttemptAt: number;
}
