// What a download may cost.

/** A download, and each query of it; one that is not over by then is broken off, and may be resumed. */
export const EXPORT_SECONDS = 30 * 60;

/** At a time. Each holds a query of the store for as long as its reader takes. */
export const MOST_PER_PRINCIPAL = 2;
export const MOST_PER_PROCESS = 12;

/** After which one that was turned away may try again. */
export const RETRY_AFTER_SECONDS = 10;

/** The answer begins when the first rows are there, or after this: a rare filter may find its first row late. */
export const FIRST_BYTES_WITHIN_MS = 500;
