// What a filter may cost. Each limit is told by a sentence of its own where it is exceeded (parse/).

/** Longest text, UTF-16 code units. It is looked at first, so that nothing hostile is read any further. */
export const MAX_TEXT_LENGTH = 4_000;

/** Longest value or search text, UTF-16 code units after escapes. */
export const MAX_VALUE_LENGTH = 500;

/** Parentheses and negations inside of each other. */
export const MAX_DEPTH = 20;

/** Values and search texts together. */
export const MAX_TERMS = 100;

/** Search texts: each looks through a dozen columns. */
export const MAX_SEARCHES = 20;
