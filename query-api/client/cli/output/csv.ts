// CSV (RFC 4180) that a spreadsheet opens without running anything.

/** What a spreadsheet takes for a formula, also behind spaces and line ends. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
