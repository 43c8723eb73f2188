// Terms of the API's filter language, as far as the page writes some itself.

/** Entries whose field is exactly this. */
export const sameAs = (field: string, value: string): string =>
  `${field}="${value.replace(/["\\]/g, "\\$&").replace(/[\n\r\t]/g, (sign) => ESCAPED[sign] ?? sign)}"`;

const ESCAPED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Both: terms side by side bind loosest. */
export const narrowed = (filter: string, term: string): string =>
  filter === term ? filter : `${filter} ${term}`.trim();
