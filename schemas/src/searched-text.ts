// What full-text search looks through, and the words of it that the index `words` knows (clickhouse/migrations/0012_entry_text.sql). A query has
// to say exactly these expressions for the index to serve.

/** In lower case; between two of SEARCHED_PARTS (entry-text.ts) stands a line feed. */
export const SEARCHED_TEXT = `lowerUTF8(replaceAll(substring(entry, 1, position(entry, '\\xFE') - 2), '\\xFF', '\\n'))`;

/** Its words: ASCII letters, and everything beyond ASCII. What has a digit is an id more often than not, and is no word. */
export const SEARCHED_WORDS = `arrayFilter(word -> NOT match(word, '[0-9]'), tokens(${SEARCHED_TEXT}, 'splitByNonAlpha'))`;
