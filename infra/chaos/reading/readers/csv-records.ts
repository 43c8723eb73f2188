// RFC 4180, read to records, cells as texts: of a whole file, for the checker.

/** Without the byte order mark and the record of names. */
export function csvRecords(text: string): Record<string, string>[] {
  const [names = [], ...rest] = records(text.replace(/^\uFEFF/, ""));
  return rest.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])));
}

function records(text: string): string[][] {
  const found: string[][] = [];
  let cells: string[] = [];
  // A cell, quoted or not, and what ends it.
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    if (cells.length > 1) found.push(cells);
    cells = [];
  }
  return found;
}
